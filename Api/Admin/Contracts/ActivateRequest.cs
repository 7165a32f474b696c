using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Contracts;

/// <summary>Carries a request out.</summary>
internal sealed class ActivateRequest : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/plan/requests/{request}/activate", Audience.Operator, "activatePlanRequest",
        AdminPath.Tag, "Activate what a tenant asked for")
    {
        Description = "In force at once. Repeating it changes nothing.",
        Outcomes = Contract.Outcomes,
        Problems = [ProblemTypes.NotFound, ProblemTypes.Conflict, ProblemTypes.PreconditionFailed],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? await Contract.Apply(call, tenant.Id, new SubscriptionCommand.Activate(call.Segment("request")))
        : Problem.NotFound;
}
