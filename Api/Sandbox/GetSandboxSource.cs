using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Sandbox;

/// <summary>Shows a message byte for byte as the built-in receiving server took it.</summary>
internal sealed class GetSandboxSource : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/sandbox/messages/{id}/raw", Audience.Tenant, "getSandboxSource", "Sandbox",
        "Read a received message as it came")
    {
        Scope = Scopes.MessagesRead,
        Description = "Refused where the message `needs` a scope that is missing.",
        Outcomes = [new(200, "The message, byte for byte.", typeof(string), Received.MediaType)],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call)
    {
        if (!(await Received.Find(call)).Try(out var mail, out var refused))
            return refused;
        if (!Received.MayRead(call, mail))
            return new Problem(
                ProblemTypes.NotAllowed,
                $"A link in this message needs the scope {ScopeNames.Of(mail.Mail.Needs).Single()}.");
        return Received.Source(call, mail);
    }
}
