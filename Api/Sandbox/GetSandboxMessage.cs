using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Sandbox;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sandbox;

/// <summary>Shows a message byte for byte as the built-in receiving server took it.</summary>
internal sealed class GetSandboxMessage : IEndpoint
{
    private const string MediaType = "message/rfc822";

    public static Operation Operation { get; } = new(
        "GET", "/v1/sandbox/messages/{id}", Audience.Tenant, "getSandboxMessage", "Sandbox",
        "Read a received message as it came")
    {
        Scope = Scopes.MessagesRead,
        Outcomes = [new(200, "The message, byte for byte.", typeof(string), MediaType)],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (call.Caller.IsForSomeAccounts)
            return WholeTenant.Refused;
        var id = call.Segment("id");
        if (await call.Grains.GetGrain<ISandboxGrain>(call.Tenant.Value).Raw(id) is not { } raw)
            return Problem.NotFound;

        // Whoever sent the mail chose its content: a browser must not take it for a page.
        call.Http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(raw, MediaType);
    }
}
