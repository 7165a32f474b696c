using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Ledgers;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Contracts;

/// <summary>Shows charges and credits of this month.</summary>
internal sealed class GetTenantLedger : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/tenants/{tenant}/ledger", Audience.Operator, "getTenantLedger", AdminPath.Tag,
        "Get the running cycle of a tenant's ledger")
    {
        Outcomes = [new(200, "The cycle.", typeof(LedgerBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? await LedgerPages.Running(call, tenant.Id)
        : Problem.NotFound;
}
