using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Plans;

/// <summary>Goes to a smaller plan, at once.</summary>
internal sealed class Downgrade : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/plan/downgrade", Audience.Tenant, "downgradePlan", Contract.Tag,
        "Go to a smaller plan")
    {
        Scope = Scopes.BillingManage,
        Description =
            "Among startup, essential and pro, at any time. Refused with the list of what exceeds the smaller " +
            "plan. What was charged for the rest of the month is given back.",
        Request = typeof(NamedPlan),
        Outcomes = Contract.Outcomes,
        Problems = [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.NotFound,
            ProblemTypes.PreconditionFailed, ProblemTypes.Conflict, ProblemTypes.ExceedsPlan,
        ],
        Examples = [new("smallest", "Back to the beginning", """{"plan": "startup"}""", 200)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var plan = Contract.ReadPlan(fields, "plan");
        return fields.Problem() ?? await Contract.Apply(call, call.Tenant, new SubscriptionCommand.Downgrade(plan));
    }
}

/// <param name="Plan">startup, essential, pro or enterprise.</param>
internal sealed record NamedPlan(string Plan);
