using Actors.Api.Access;
using Actors.Api.Customers;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Admin.Contracts;

/// <summary>Shows the customer data.</summary>
internal sealed class GetTenantCustomer : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/admin/tenants/{tenant}/customer", Audience.Operator, "getTenantCustomer",
        AdminPath.Tag, "Get the customer data")
    {
        Outcomes = [new(200, "The customer data.", typeof(CustomerBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) => await AdminPath.Tenant(call) is { } tenant
        ? Call.Answer(
            await Contract.Of(call, tenant.Id).Get(), view => CustomerBody.Of(view.Customer), ApiJson.Wire.CustomerBody)
        : Problem.NotFound;
}
