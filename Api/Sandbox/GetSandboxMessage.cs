using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sandbox;

/// <summary>Shows what a reader of a received message would see.</summary>
internal sealed class GetSandboxMessage : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/sandbox/messages/{id}", Audience.Tenant, "getSandboxMessage", "Sandbox",
        "Read a received message")
    {
        Scope = Scopes.MessagesRead,
        Description =
            "Text, HTML and links, decoded. A mail of the platform whose link makes a user, sets a password or " +
            "proves an address shows them only to who has the scope `users.manage`, too: `needs` says so.",
        Outcomes = [new(200, "The message.", typeof(SandboxContentBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call) =>
        (await Received.Find(call)).Try(out var mail, out var refused)
            ? Call.Ok(SandboxContentBody.Of(mail, Received.MayRead(call, mail)), ApiJson.Wire.SandboxContentBody)
            : refused;
}
