using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Plans;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Customers;

/// <summary>Shows the customer data.</summary>
internal sealed class GetCustomer : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/customer", Audience.Tenant, "getCustomer", Contract.Tag, "Get the customer data")
    {
        Scope = Scopes.BillingManage,
        Outcomes = [new(200, "The customer data.", typeof(CustomerBody))],
    };

    public static async Task<IResult> Handle(Call call) => Call.Answer(
        await Contract.Of(call, call.Tenant).Get(), view => CustomerBody.Of(view.Customer), ApiJson.Wire.CustomerBody);
}
