using Actors.Api.Access;
using Actors.Api.Customers;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Subscriptions;
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
        Parameters = [Parameter.IfMatch],
        Request = typeof(CustomerBody),
        Outcomes = [new(200, "Set.", typeof(CustomerBody))],
        Problems = [
            ProblemTypes.MalformedJson, ProblemTypes.InvalidField, ProblemTypes.NotFound,
            ProblemTypes.PreconditionFailed,
        ],
        Examples = [
            new("customer", "A company", """
                {"company": "Flowers Ltd", "street": "1 Market Street", "city": "Brno", "postal_code": "602 00",
                 "country": "CZ", "vat_id": "CZ12345678", "contact_email": "billing@example.org"}
                """, 200),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var customer = CustomerReader.Read(fields);
        if (fields.Problem() is { } problem)
            return problem;
        return await AdminPath.Tenant(call) is { } tenant
            ? Call.Answer(
                await Contract.Of(call, tenant.Id).Apply(new SubscriptionCommand.Describe(customer), call.IfMatch),
                view => CustomerBody.Of(view.Customer), ApiJson.Wire.CustomerBody)
            : Problem.NotFound;
    }
}
