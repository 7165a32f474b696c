using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Customers;

/// <summary>Changes the customer data.</summary>
internal sealed class SetCustomer : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PUT", "/v1/customer", Audience.Tenant, "setCustomer", Contract.Tag,
        "Set the customer data")
    {
        Scope = Scopes.BillingManage,
        Description = "What the operator needs for an invoice, and before it activates a plan.",
        Request = typeof(CustomerBody),
        Outcomes = CustomerChange.Outcomes,
        Problems = [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.NotFound,
            ProblemTypes.PreconditionFailed,
        ],
        Examples = CustomerChange.Examples,
    };

    public static Task<IResult> Handle(Call call) =>
        CustomerChange.Make(call, () => Task.FromResult<TenantId?>(call.Tenant));
}
