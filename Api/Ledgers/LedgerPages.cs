using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Ledgers;

/// <summary>What the tenant and the operator read of a ledger.</summary>
internal static class LedgerPages
{
    /// <summary>The running cycle.</summary>
    public static async Task<IResult> Running(Call call, TenantId tenant) =>
        Shown(await Contract.Of(call, tenant).Cycle());

    /// <summary>The cycle that the path names, running or over.</summary>
    public static async Task<IResult> Named(Call call, TenantId tenant)
    {
        if (!BillingMonth.TryParse(call.Segment("cycle"), out var month))
            return Problem.NotFound;
        if (await Contract.Of(call, tenant).Cycle() is var running && running.Month == month)
            return Shown(running);
        var filed = call.Grains.GetGrain<ILedgerGrain>(LedgerKey.Of(tenant, month));
        return await filed.Get() is { } cycle ? Shown(cycle) : Problem.NotFound;
    }

    /// <summary>The cycles that are over, oldest first.</summary>
    public static async Task<IResult> Filed(Call call, TenantId tenant)
    {
        var query = new Query(call.Http.Request.Query);
        var limit = query.Limit();
        var after = query.Object<string>("after", Cursor.TryRead!, "invalid_cursor", "This is no cursor of this list.");
        if (query.Problem() is { } refused)
            return refused;
        var page = await call.Grains.GetGrain<IListingGrain>(PlatformKey.Value).List(
            new ListingQuery(ListingKinds.LedgerCycle)
            {
                Tenant = tenant, Limit = limit, After = after is null ? null : new ListedId(tenant, after),
            });
        var cycles = new List<LedgerBody>();
        foreach (var one in page.Items)
        {
            if (await call.Grains.GetGrain<ILedgerGrain>($"{tenant}/{one.Id}").Get() is { } cycle)
                cycles.Add(LedgerBody.Of(cycle));
        }

        return Call.Ok(
            new Page<LedgerBody>(cycles, page.HasMore, page.HasMore ? Cursor.Of(page.Items[^1].Id) : null),
            ApiJson.Wire.PageLedgerBody);
    }

    private static JsonResult<LedgerBody> Shown(LedgerCycle cycle) =>
        Call.Ok(LedgerBody.Of(cycle), ApiJson.Wire.LedgerBody);
}
