using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Api.SmtpAccounts;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.SmtpAccounts;

/// <summary>Shows a tenant's SMTP accounts.</summary>
internal sealed class ListTenantSmtpAccounts : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/tenants/{tenant}/smtp-accounts", Audience.Operator, "listTenantSmtpAccounts", AdminPath.Tag,
        "List a tenant's SMTP accounts")
    {
        Outcomes = [new(200, "All of them.", typeof(Page<SmtpAccountBody>))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? Call.Ok(
            await SmtpAccountBody.List(call, tenant.Id, tenant.View.Accounts), ApiJson.Wire.PageSmtpAccountBody)
        : Problem.NotFound;
}
