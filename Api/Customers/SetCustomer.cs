using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Subscriptions;
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
        return Call.Answer(
            await Contract.Of(call, call.Tenant).Apply(new SubscriptionCommand.Describe(customer), call.IfMatch),
            view => CustomerBody.Of(view.Customer), ApiJson.Wire.CustomerBody);
    }
}
