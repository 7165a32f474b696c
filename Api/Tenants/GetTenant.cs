using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Tenants;

/// <summary>Shows whom the key stands for.</summary>
internal sealed class GetTenant : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/tenant", Audience.Tenant, "getTenant", "Tenant", "Get the tenant this key belongs to")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = [new(200, "The tenant.", typeof(TenantBody))],
    };

    public static async Task<IResult> Handle(Call call) =>
        await call.Grains.GetGrain<ITenantGrain>(call.Tenant.Value).Get() is { } tenant
            ? Call.Ok(Visible(call, TenantBody.Of(tenant)), ApiJson.Wire.TenantBody)
            : Problem.NotFound;

    /// <summary>Keys are for those to see who make them; accounts for those who may use them.</summary>
    private static TenantBody Visible(Call call, TenantBody tenant) => tenant with
    {
        ApiKeys = call.Caller.Scopes.HasFlag(Scopes.UsersManage) ? tenant.ApiKeys : [],
        SmtpAccounts = [.. tenant.SmtpAccounts.Where(id => call.Caller.MayUse(AccountId.Parse(id)))],
    };
}
