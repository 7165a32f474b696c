using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.Thresholds;
using Actors.Grains.Ids;
using Actors.Grains.Thresholds;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Health;

/// <summary>Shows a tenant's rates, by account and altogether.</summary>
internal sealed class GetTenantHealth : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/tenants/{tenant}/health", Audience.Operator, "getTenantHealth", AdminPath.Tag,
        "Read a tenant's rates and levels")
    {
        Description = "By account and altogether, with who lifted which block and why.",
        Outcomes = [new(200, "The rates.", typeof(TenantHealthBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (await AdminPath.Tenant(call) is not var (id, _, view))
            return Problem.NotFound;
        var thresholds = call.Grains.GetGrain<IThresholdGrain>(id.Value);
        var accounts = new List<AccountHealthBody>();
        foreach (var account in view.Accounts)
            accounts.Add(AccountHealthBody.Of(account, await thresholds.Of(AccountId.Parse(account))));
        var all = await thresholds.OfTenant();
        return Call.Ok(
            new TenantHealthBody(id.Value, RatesBody.Of(all), LiftBody.All(all), accounts),
            ApiJson.Wire.TenantHealthBody);
    }
}
