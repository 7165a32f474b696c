using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Messages;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Messages;

/// <summary>Sends a held message after all.</summary>
internal sealed class ReleaseMessage : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/messages/{id}/release", Audience.Tenant, "releaseMessage", "Messages", "Release a held message")
    {
        Scope = Scopes.MessagesSend,
        Description = "Sends a held message after all. " + Commanding.Description,
        Outcomes = [new(200, "Done for at least one recipient.", typeof(CommandBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.MessageEnded, ProblemTypes.OnTheWire, ProblemTypes.NotHeld],
    };

    public static Task<IResult> Handle(Call call) => Commanding.Apply(call, MessageCommand.Release);
}
