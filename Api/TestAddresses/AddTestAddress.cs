using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.TestAddresses;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.TestAddresses;

/// <summary>Asks for the proof of an address that test messages may go to.</summary>
internal sealed class AddTestAddress : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/test-addresses", Audience.Tenant, "addTestAddress", ListTestAddresses.Tag,
        "Add a test address")
    {
        Scope = Scopes.SettingsWrite,
        Description =
            """
            A mail with a link goes to the address. Repeated for one that is not proved yet, another goes.
            There are up to 10, on every plan; they are no users.
            """,
        Request = typeof(TestAddressRequest),
        Outcomes = [new(201, "It waits for its proof.", typeof(TestAddressBody))],
        Problems =
        [
            ProblemTypes.MalformedJson, ProblemTypes.Conflict, ProblemTypes.UnsupportedMediaType,
            ProblemTypes.InvalidField, ProblemTypes.TooManyAttempts,
        ],
        Examples =
        [
            new("address", "A mailbox of one's own", """{"email": "test@example.org"}""", 201),
        ],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await call.ReadFields()).Try(out var fields, out var refused))
            return refused;
        var address = fields.Address("email");
        if (fields.Problem() is { } problem)
            return problem;
        var answer = await call.Grains.GetGrain<ITestAddressesGrain>(call.Tenant.Value).Add(address!);
        return Call.Answer(
            answer, TestAddressBody.Of, ApiJson.Wire.TestAddressBody, StatusCodes.Status201Created,
            "/v1/test-addresses");
    }
}
