using Actors.Api.Access;
using Actors.Api.Customers;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Contracts;

/// <summary>Changes the customer data.</summary>
internal sealed class SetTenantCustomer : IEndpoint
{
    public static Operation Operation { get; } = new(
        "PUT", "/v1/admin/tenants/{tenant}/customer", Audience.Operator, "setTenantCustomer", AdminPath.Tag,
        "Set a tenant's customer data")
    {
        Description = "As the tenant itself can.",
        Request = typeof(CustomerBody),
        Outcomes = CustomerChange.Outcomes,
        Problems = [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.NotFound,
            ProblemTypes.PreconditionFailed,
        ],
        Examples = CustomerChange.Examples,
    };

    public static Task<IResult> Handle(Call call) =>
        CustomerChange.Make(call, async () => (await AdminPath.Tenant(call))?.Id);
}
