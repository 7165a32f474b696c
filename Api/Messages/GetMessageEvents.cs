using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Queries;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Messages;

/// <summary>Shows everything that happened to a message, in the order of the tenant's log.</summary>
internal sealed class GetMessageEvents : IEndpoint
{
    public static Operation Operation { get; } = new(
        "GET", "/v1/messages/{id}/events", Audience.Tenant, "getMessageEvents", "Messages", "List a message's events")
    {
        Scope = Scopes.MessagesRead,
        Description = "For an id `msg_...` the events of all recipients, for `rcp_...` those of one.",
        Outcomes = [new(200, "The events, oldest first.", typeof(Page<EventBody>))],
        Problems = [ProblemTypes.NotFound],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var id = call.Segment("id");
        IEnumerable<EventView>? events = null;
        if (SubmissionId.TryParse(id, out var submission))
            events = (await OwnMessages.Find(call, submission))?.Messages.SelectMany(message => message.Events);
        else if (MessageId.TryParse(id, out var message))
            events = (await OwnMessages.Find(call, message))?.Events;
        return events is null
            ? Problem.NotFound
            : Call.Ok(
                new Page<EventBody>([.. events.OrderBy(e => e.Sequence).Select(EventBody.Of)], false, null),
                ApiJson.Wire.PageEventBody);
    }
}
