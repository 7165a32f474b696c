using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Plans;

/// <summary>Gives notice of an add-on.</summary>
internal sealed class CancelAddOn : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/plan/add-ons/{add_on}/cancel", Audience.Tenant, "cancelAddOn", Contract.Tag,
        "Cancel an add-on")
    {
        Scope = Scopes.BillingManage,
        Description = "It ends with the month after this one, in UTC. Repeating it moves nothing.",
        Outcomes = Contract.Outcomes,
        Problems = [ProblemTypes.NotFound, ProblemTypes.PreconditionFailed],
    };

    public static Task<IResult> Handle(Call call) => Contract.OfAddOn(
        call, addOn => Contract.Apply(call, call.Tenant, new SubscriptionCommand.Cancel(addOn)));
}
