using System.Collections.Immutable;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Actors.Api.Problems;
using Actors.Grains.Ids;
using Actors.Grains.Subscriptions;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Customers;

/// <summary>Changes the customer data, whether the tenant asks itself or the operator does.</summary>
internal static class CustomerChange
{
    public static ImmutableArray<Outcome> Outcomes { get; } = [new(200, "Set.", typeof(CustomerBody))];

    public static ImmutableArray<Example> Examples { get; } =
    [
        new("customer", "A company", """
            {"company": "Flowers Ltd", "street": "1 Market Street", "city": "Brno", "postal_code": "602 00",
             "country": "CZ", "vat_id": "CZ12345678", "contact_email": "billing@example.org"}
            """, 200),
    ];

    /// <param name="tenant">Null where there is none of that name.</param>
    public static async Task<IResult> Make(Call call, Func<Task<TenantId?>> tenant)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var customer = CustomerReader.Read(fields);
        if (fields.Problem() is { } problem)
            return problem;
        return await tenant() is { } id
            ? Call.Answer(
                await Contract.Of(call, id).Apply(new SubscriptionCommand.Describe(customer), call.IfMatch),
                view => CustomerBody.Of(view.Customer), ApiJson.Wire.CustomerBody)
            : Problem.NotFound;
    }
}
