using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Contracts;

/// <summary>Puts a tenant on a plan, at once.</summary>
internal sealed class SetTenantPlan : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PUT", "/v1/admin/tenants/{tenant}/plan", Audience.Operator, "setTenantPlan", AdminPath.Tag,
        "Set a tenant's plan")
    {
        Description =
            "Any plan with room for what is in use. The limits of a tenant from before there were plans begin with " +
            "it, and what it has stays.",
        Request = typeof(NamedPlan),
        Outcomes = Contract.Outcomes,
        Problems = [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.NotFound,
            ProblemTypes.PreconditionFailed, ProblemTypes.ExceedsPlan,
        ],
        Examples = [new("plan", "A larger plan", """{"plan": "pro"}""", 200)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var plan = Contract.ReadPlan(fields, "plan");
        if (fields.Problem() is { } problem)
            return problem;
        return await AdminPath.Tenant(call) is { } tenant
            ? await Contract.Apply(call, tenant.Id, new SubscriptionCommand.SetPlan(plan))
            : Problem.NotFound;
    }
}
