using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Grains.Credentials;
using Actors.Grains.TestAddresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.TestAddresses;

/// <summary>Shows where test messages may go.</summary>
internal sealed class ListTestAddresses : IEndpoint
{
    public const string Tag = "Test addresses";

    public static Operation Operation { get; } = new(
        "GET", "/v1/test-addresses", Audience.Tenant, "listTestAddresses", Tag,
        "List the test addresses")
    {
        Scope = Scopes.SettingsRead,
        Outcomes = [new(200, "All of them, at most 10.", typeof(Page<TestAddressBody>))],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var all = await call.Grains.GetGrain<ITestAddressesGrain>(call.Tenant.Value).List();
        return Call.Ok(
            new Page<TestAddressBody>([.. all.Select(TestAddressBody.Of)], false, null),
            ApiJson.Wire.PageTestAddressBody);
    }
}
