using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Plans;

/// <summary>Takes the notice of an add-on back.</summary>
internal sealed class KeepAddOn : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/plan/add-ons/{add_on}/keep", Audience.Tenant, "keepAddOn", Contract.Tag,
        "Take the notice of an add-on back")
    {
        Scope = Scopes.BillingManage,
        Description = "Possible until it ends.",
        Outcomes = Contract.Outcomes,
        Problems = [ProblemTypes.NotFound, ProblemTypes.PreconditionFailed],
    };

    public static Task<IResult> Handle(Call call) => Contract.OfAddOn(
        call, addOn => Contract.Apply(call, call.Tenant, new SubscriptionCommand.Keep(addOn)));
}
