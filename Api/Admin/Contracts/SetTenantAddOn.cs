using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Contracts;

/// <summary>Gives or takes an add-on, at once.</summary>
internal sealed class SetTenantAddOn : IEndpoint
{
    private const int QuantityMax = 100_000;

    public static Operation Operation { get; } = new(
        "PUT", "/v1/admin/tenants/{tenant}/add-ons/{add_on}", Audience.Operator, "setTenantAddOn", AdminPath.Tag,
        "Set how many of an add-on a tenant has")
    {
        Description = "Charged or given back for the rest of the month. 0 takes it away.",
        Request = typeof(AddOnQuantity),
        Outcomes = Contract.Outcomes,
        Problems = [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.NotFound,
            ProblemTypes.PreconditionFailed, ProblemTypes.Conflict,
        ],
        Examples = [new("two", "Two of it", """{"quantity": 2}""", 200)],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var quantity = fields.Integer("quantity", 0, QuantityMax);
        if (fields.Problem() is { } problem)
            return problem;
        return await AdminPath.Tenant(call) is { } tenant
            ? await Contract.OfAddOn(call, addOn => Contract.Apply(
                call, tenant.Id, new SubscriptionCommand.SetAddOn(addOn, quantity)))
            : Problem.NotFound;
    }
}

/// <param name="Quantity">0 to what the operator offers.</param>
internal sealed record AddOnQuantity(int Quantity);
