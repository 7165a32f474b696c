using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Ledgers;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Contracts;

/// <summary>Shows the months before.</summary>
internal sealed class ListTenantLedgerCycles : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/tenants/{tenant}/ledger/cycles", Audience.Operator, "listTenantLedgerCycles", AdminPath.Tag,
        "List the cycles of a tenant's ledger that are over")
    {
        Parameters =
        [
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page, oldest first.", typeof(Page<LedgerBody>))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.InvalidParameter],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? await LedgerPages.Filed(call, tenant.Id)
        : Problem.NotFound;
}
