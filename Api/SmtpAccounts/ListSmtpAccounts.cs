using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Tenants;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.SmtpAccounts;

/// <summary>Shows the tenant's SMTP accounts.</summary>
internal sealed class ListSmtpAccounts : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/smtp-accounts", Audience.Tenant, "listSmtpAccounts", "SMTP accounts", "List the SMTP accounts")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = [new(200, "All of them.", typeof(Page<SmtpAccountBody>))],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var tenant = await call.Grains.GetGrain<ITenantGrain>(call.Tenant.Value).Get();
        var accounts = (tenant?.Accounts ?? []).Where(id => call.Caller.MayUse(AccountId.Parse(id)));
        var page = await SmtpAccountBody.List(call, call.Tenant, accounts);
        return Call.Ok(page, ApiJson.Wire.PageSmtpAccountBody);
    }
}
