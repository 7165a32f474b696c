using Actors.Api.Access;
using Actors.Api.Contacts;
using Actors.Api.Hosting;
using Actors.Api.Imports;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Contacts;
using Actors.Grains.Credentials;
using Actors.Grains.Imports;
using Actors.Grains.Plans;
using Actors.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Blacklist;

/// <summary>Searches the blacklist, or gives it as a file.</summary>
internal sealed class ListBlacklist : IEndpoint
{
    private const int LimitMax = 1_000;

    public const string Reasons = "The value has to be hard_bounce, complaint, unsubscribe or manual.";

    public static Operation Operation { get; } = new(
        "GET", "/v1/blacklist", Audience.Tenant, "listBlacklist", BlacklistPath.Tag, "Search the blacklist")
    {
        Scope = Scopes.ContactsRead,
        Description =
            "Each address and domain once, with all its entries. A page may hold fewer than asked for while has_more " +
            "says that there are others. With format the answer is a file of all that fit, a line for each entry and " +
            "without pages, on the plans that include it.",
        Parameters =
        [
            new("search", "Part of the address or domain, whatever its case."),
            new("reason", "hard_bounce, complaint, unsubscribe or manual."),
            new("format", "csv or jsonl for a file; absent for pages."),
            new("limit", "1 to 1,000; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes =
        [
            new(200, "A page, or a file.", typeof(Page<BlacklistBody>))
            { Files = [ImportMedia.Csv, ImportMedia.JsonLines] },
        ],
        Problems = [ProblemTypes.InvalidParameter, ProblemTypes.PlanLimit],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var format = query.Value<ImportFormat>(
            "format", FileFormats.TryParse, "unknown_value", FileFormats.Refusal);
        var search = new BlacklistSearch(
            query.Value<BlacklistReasons>("reason", ContactNames.TryParse, "unknown_value", Reasons),
            query.Text("search"),
            query.Value<ContactHash>(
                "after", ContactPath.TryReadCursor, "invalid_cursor", "This is no cursor of this list."),
            query.Limit(LimitMax));
        if (query.Problem() is { } problem)
            return problem;
        var blacklist = call.Grains.GetGrain<IContactQueryGrain>(call.Tenant.Value);
        if (format is { } file)
            return await call.Grains.GetGrain<ITenantGrain>(call.Tenant.Value).MayAdd(PlanFeature.BlacklistFile, 0)
                is { } refusal ? Problem.Of(refusal) : new BlacklistFile(blacklist, search, file);
        var page = await blacklist.Blacklist(search);
        return Call.Ok(
            new Page<BlacklistBody>(
                [.. page.Contacts.Select(BlacklistBody.Of)], page.Next is not null,
                page.Next is { } next ? Cursor.Of(next.Value) : null),
            ApiJson.Wire.PageBlacklistBody);
    }
}
