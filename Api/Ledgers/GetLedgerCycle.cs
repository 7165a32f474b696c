using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Ledgers;

/// <summary>Shows charges and credits of a month.</summary>
internal sealed class GetLedgerCycle : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/ledger/{cycle}", Audience.Tenant, "getLedgerCycle", Contract.Tag,
        "Get a cycle of the ledger")
    {
        Scope = Scopes.BillingManage,
        Outcomes = [new(200, "The cycle.", typeof(LedgerBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static Task<IResult> Handle(Call call) => LedgerPages.Named(call, call.Tenant);
}
