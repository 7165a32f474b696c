using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Messages;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Messages;

/// <summary>Ends a held message without sending it.</summary>
internal sealed class DropMessage : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/messages/{id}/drop", Audience.Tenant, "dropMessage", "Messages", "Drop a held message")
    {
        Scope = Scopes.MessagesSend,
        Description = "Ends a held message without sending it. " + Commanding.Description,
        Outcomes = [new(200, "Done for at least one recipient.", typeof(CommandBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.MessageEnded, ProblemTypes.OnTheWire, ProblemTypes.NotHeld],
    };

    public static Task<IResult> Handle(Call call) => Commanding.Apply(call, MessageCommand.Drop);
}
