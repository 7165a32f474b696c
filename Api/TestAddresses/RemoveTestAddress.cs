using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.TestAddresses;
using Actors.Mail.Addresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.TestAddresses;

/// <summary>Ends test messages to an address.</summary>
internal sealed class RemoveTestAddress : IEndpoint
{
    public static Operation Operation { get; } = new(
        "DELETE", "/v1/test-addresses/{address}", Audience.Tenant, "removeTestAddress", ListTestAddresses.Tag,
        "Remove a test address")
    {
        Scope = Scopes.SettingsWrite,
        Outcomes = [new(204, "Removed.")],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        EmailAddress.TryParse(call.Segment("address"), out var address)
        && await call.Grains.GetGrain<ITestAddressesGrain>(call.Tenant.Value).Remove(address) is null
            ? Call.NoContent
            : Problem.NotFound;
}
