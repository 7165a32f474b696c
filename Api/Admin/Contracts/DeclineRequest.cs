using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Contracts;

/// <summary>Declines a request.</summary>
internal sealed class DeclineRequest : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/admin/tenants/{tenant}/plan/requests/{request}/decline", Audience.Operator, "declinePlanRequest",
        AdminPath.Tag, "Decline what a tenant asked for")
    {
        Description = "The tenant sees the reason. Repeating it changes nothing.",
        Request = typeof(DeclineReason),
        Outcomes = Contract.Outcomes,
        Problems = [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.NotFound,
            ProblemTypes.PreconditionFailed, ProblemTypes.Conflict,
        ],
        Examples = [new("reason", "With a reason", """{"reason": "Please settle the open balance first."}""", 200)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var reason = fields.Text("reason", Contract.NoteLengthMax);
        if (fields.Problem() is { } problem)
            return problem;
        return await AdminPath.Tenant(call) is { } tenant
            ? await Contract.Apply(call, tenant.Id, new SubscriptionCommand.Decline(call.Segment("request"), reason))
            : Problem.NotFound;
    }
}

/// <param name="Reason">1 to 1,000 characters for the tenant.</param>
internal sealed record DeclineReason(string Reason);
