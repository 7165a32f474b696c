using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Plans;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Ledgers;

/// <summary>Shows charges and credits of this month.</summary>
internal sealed class GetLedger : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/ledger", Audience.Tenant, "getLedger", Contract.Tag,
        "Get the running cycle of the ledger")
    {
        Scope = Scopes.BillingManage,
        Outcomes = [new(200, "The cycle.", typeof(LedgerBody))],
    };

    public static Task<IResult> Handle(Call call) => LedgerPages.Running(call, call.Tenant);
}
