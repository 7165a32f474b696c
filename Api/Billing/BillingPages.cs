using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.Reports;
using Actors.Grains.Ids;
using Actors.Grains.Statistics;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Billing;

/// <summary>What the tenant and the operator read of a month's figures.</summary>
internal static class BillingPages
{
    /// <summary>The month that the path names: the running one up to today, and none of the future.</summary>
    public static async Task<IResult> Named(Call call, TenantId tenant)
    {
        var today = DayRange.Today(call);
        if (!BillingMonth.TryParse(call.Segment("month"), out var month) || month.First() > today)
            return Problem.NotFound;
        var last = month.Last() < today ? month.Last() : today;
        var figures = await call.Grains.GetGrain<IStatisticsGrain>(tenant.Value).Billing(month.First(), last);
        return Call.Ok(BillingBody.Of(month, figures), ApiJson.Wire.BillingBody);
    }
}
