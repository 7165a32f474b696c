using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Messages;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Messages;

/// <summary>Makes the next attempt now instead of at its time.</summary>
internal sealed class RetryMessage : IEndpoint
{
    public static Operation Operation { get; } = new(
        "POST", "/v1/messages/{id}/retry", Audience.Tenant, "retryMessage", "Messages", "Make the next attempt now")
    {
        Scope = Scopes.MessagesSend,
        Description = "Makes the next attempt now instead of at its time. " + Commanding.Description,
        Outcomes = [new(200, "Done for at least one recipient.", typeof(CommandBody))],
        Problems = [ProblemTypes.NotFound, ProblemTypes.MessageEnded, ProblemTypes.OnTheWire],
    };

    public static Task<IResult> Handle(Call call) => Commanding.Apply(call, MessageCommand.Retry);
}
