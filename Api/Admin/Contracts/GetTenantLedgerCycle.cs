using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Ledgers;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Contracts;

/// <summary>Shows charges and credits of a month.</summary>
internal sealed class GetTenantLedgerCycle : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/tenants/{tenant}/ledger/{cycle}", Audience.Operator, "getTenantLedgerCycle", AdminPath.Tag,
        "Get a cycle of a tenant's ledger")
    {
        Outcomes = [new(200, "The cycle.", typeof(LedgerBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? await LedgerPages.Named(call, tenant.Id)
        : Problem.NotFound;
}
