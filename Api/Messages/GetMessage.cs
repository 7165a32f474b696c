using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Messages;

/// <summary>Shows a message, or one recipient's share of it, with attempts and events.</summary>
internal sealed class GetMessage : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/messages/{id}", Audience.Tenant, "getMessage", "Messages", "Get a message with attempts and events")
    {
        Scope = Scopes.MessagesRead,
        Description = "For an id `msg_...` the message with all its recipients, for `rcp_...` that recipient alone.",
        Outcomes = [new(200, "The message.", typeof(MessageBody))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var id = call.Segment("id");
        if (SubmissionId.TryParse(id, out var submission))
            return await OwnMessages.Find(call, submission) is { } whole
                ? Call.Ok(MessageBody.Of(whole), ApiJson.Wire.MessageBody)
                : Problem.NotFound;
        return MessageId.TryParse(id, out var message) && await OwnMessages.Find(call, message) is { } one
            ? Call.Ok(RecipientBody.Of(one, whole: true), ApiJson.Wire.RecipientBody)
            : Problem.NotFound;
    }
}
