using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Domains;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Mail.Addresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Domains;

/// <summary>Shows the tenant's domains.</summary>
internal sealed class ListDomains : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/domains", Audience.Tenant, "listDomains", DomainPath.Tag, "List the domains")
    {
        Scope = Scopes.SettingsRead,
        Description = "By name. Filters are joined by and.",
        Parameters =
        [
            new("status", "pending, verified, broken, held or failed."),
            new("search", "Part of the name, in any script."),
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<DomainBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var mark = query.Object<string>(
            "status", TryReadStatus, "unknown_value",
            $"It has to be one of {string.Join(", ", Enum.GetValues<DomainStatus>().Select(one => one.ToText()))}.");
        var search = query.Text("search");
        var limit = query.Limit();
        var after = query.Object<string>("after", Cursor.TryRead!, "invalid_cursor", "This is no cursor of this list.");
        if (query.Problem() is { } refused)
            return refused;
        var page = await call.Grains.GetGrain<IListingGrain>(PlatformKey.Value).List(
            new ListingQuery(ListingKinds.Domain)
            {
                Tenant = call.Tenant, Mark = mark, Search = search, Limit = limit,
                After = after is null ? null : new ListedId(call.Tenant, after),
            });
        var bodies = new List<DomainBody>();
        foreach (var one in page.Items)
            if ((await DomainPath.Grain(call, DomainName.Parse(one.Id)).Get()).Value is { } view)
                bodies.Add(DomainBody.Of(view));
        return Call.Ok(
            new Page<DomainBody>(bodies, page.HasMore, page.HasMore ? Cursor.Of(page.Items[^1].Id) : null),
            ApiJson.Wire.PageDomainBody);
    }

    private static bool TryReadStatus(string text, out string status)
    {
        status = text;
        return Enum.GetValues<DomainStatus>().Any(one => one.ToText() == text);
    }
}
