using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Ledgers;

/// <summary>Shows the months before.</summary>
internal sealed class ListLedgerCycles : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/ledger/cycles", Audience.Tenant, "listLedgerCycles", Contract.Tag,
        "List the cycles that are over")
    {
        Scope = Scopes.BillingManage,
        Parameters =
        [
            new("limit", "1 to 100; 20 where absent.", "integer"),
            new("after", "The next of the page before."),
        ],
        Outcomes = [new(200, "A page, oldest first.", typeof(Page<LedgerBody>))],
        Problems = [ProblemTypes.InvalidParameter],
    };

    public static Task<IResult> Handle(Call call) => LedgerPages.Filed(call, call.Tenant);
}
