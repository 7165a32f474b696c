using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.SmtpAccounts;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.SmtpAccounts;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Health;

/// <summary>Shows what the platform has blocked, over all tenants.</summary>
internal sealed class ListBlockedAccounts : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/blocked-accounts", Audience.Operator, "listBlockedAccounts", AdminPath.Tag,
        "List the SMTP accounts that are blocked for their rates")
    {
        Description = "Not those that were paused by an operator or switched off by their tenant.",
        Parameters =
        [
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page.", typeof(Page<BlockedAccountBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var limit = query.Limit();
        var after = query.Value<AccountKey>(
            "after", TryReadCursor, "invalid_cursor", "This is no cursor of this list.");
        if (query.Problem() is { } refused)
            return refused;
        var page = await call.Grains.GetGrain<IListingGrain>(PlatformKey.Value).List(
            new ListingQuery(ListingKinds.SmtpAccount)
            {
                Mark = AccountWords.Blocked,
                After = after is { } last ? new ListedId(last.Tenant, last.Account.Value) : null,
                Limit = limit,
            });
        var bodies = new List<BlockedAccountBody>();
        foreach (var one in page.Items)
            if (await Find(call, one) is { } body)
                bodies.Add(body);
        var next = page.HasMore ? Cursor.Of($"{page.Items[^1].Tenant}/{page.Items[^1].Id}") : null;
        return Call.Ok(
            new Page<BlockedAccountBody>(bodies, page.HasMore, next), ApiJson.Wire.PageBlockedAccountBody);
    }

    private static async Task<BlockedAccountBody?> Find(Call call, ListedId listed) =>
        await call.Grains.GetGrain<ISmtpAccountGrain>($"{listed.Tenant}/{listed.Id}").Get() is { } view
            ? new BlockedAccountBody(
                listed.Tenant!.Value.Value, listed.Id, view.Name, [.. view.Blocks.Select(BlockBody.Of)])
            : null;

    private static bool TryReadCursor(string text, out AccountKey key)
    {
        key = default;
        if (!Cursor.TryRead(text, out var position) || position.Split('/') is not [var tenant, var account]
            || !TenantId.TryParse(tenant, out var owner) || !AccountId.TryParse(account, out var id))
            return false;
        key = new AccountKey(owner, id);
        return true;
    }
}

internal sealed record BlockedAccountBody(
    string Tenant, string SmtpAccount, string Name, IReadOnlyList<BlockBody> Blocks);
