using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Plans;

/// <summary>Gives notice of the plan.</summary>
internal sealed class CancelPlan : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/plan/cancel", Audience.Tenant, "cancelPlan", Contract.Tag,
        "Cancel the plan")
    {
        Scope = Scopes.BillingManage,
        Description =
            "It ends with the month after this one, in UTC, and startup follows; what is in use then stays, and " +
            "nothing is added beyond startup. Repeating it moves nothing.",
        Outcomes = Contract.Outcomes,
        Problems = [ProblemTypes.NotFound, ProblemTypes.Conflict, ProblemTypes.PreconditionFailed],
    };

    public static Task<IResult> Handle(Call call) =>
        Contract.Apply(call, call.Tenant, new SubscriptionCommand.Cancel(null));
}
