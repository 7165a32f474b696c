using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Messages;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Messages;

/// <summary>Withdraws what is not yet delivered or on the wire.</summary>
internal sealed class CancelMessage : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/messages/{id}/cancel", Audience.Tenant, "cancelMessage", "Messages", "Withdraw a message")
    {
        Scope = Scopes.MessagesSend,
        Description = "Withdraws what is not yet delivered or on the wire. " + Commanding.Description,
        Outcomes = [new(200, "Done for at least one recipient.", typeof(CommandBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.MessageEnded, ProblemTypes.OnTheWire],
    };

    public static Task<IResult> Handle(Call call) => Commanding.Apply(call, MessageCommand.Cancel);
}
