using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Plans;

/// <summary>Takes a request back.</summary>
internal sealed class WithdrawRequest : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/plan/requests/{request}", Audience.Tenant, "withdrawPlanRequest", Contract.Tag,
        "Take a request back")
    {
        Scope = Scopes.BillingManage,
        Description = "Repeating it changes nothing.",
        Outcomes = Contract.Outcomes,
        Problems = [ProblemTypes.NotFound, ProblemTypes.Conflict],
    };

    public static Task<IResult> Handle(Call call) =>
        Contract.Apply(call, call.Tenant, new SubscriptionCommand.Withdraw(call.Segment("request")));
}
