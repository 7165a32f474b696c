using System.Globalization;
using Actors.Api.Access;
using Actors.Api.Hosting;
using Actors.Api.Json;
using Actors.Api.Messages;
using Actors.Api.Problems;
using Actors.Grains.Credentials;
using Actors.Grains.Queries;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Events;

/// <summary>Reads the tenant's event log from a position on, and waits for what comes next.</summary>
internal sealed class PullEvents : IEndpoint
{
    private const int LimitMax = 1_000;
    private const int WaitSecondsMax = 20;

    public static Operation Operation { get; } = new(
        "GET", "/v1/events", Audience.Tenant, "pullEvents", "Events", "Read the event log")
    {
        Scope = Scopes.MessagesRead,
        Description =
            """
            Every event of the tenant in the order of its sequence number, without gaps. Keep `next` and give it as
            `after` to go on. With `wait` an answer without events comes only when that time is over: ask again at once.
            """,
        Parameters =
        [
            new("after", "The next of the page before; absent for the oldest event."),
            new("limit", "1 to 1,000; 20 where absent.", "integer"),
            new("wait", "0 to 20 seconds to wait for the next event; 0 where absent.", "integer"),
        ],
        Outcomes = [new(200, "A page.", typeof(EventPageBody))],
        Problems = [ProblemTypes.InvalidParameter, ProblemTypes.CursorExpired],
    };

    public static async Task<IResult> Handle(Call call)
    {
        var query = new Query(call.Http.Request.Query);
        var given = query.Value<long>(
            "after", TryReadPosition, "invalid_cursor", "This is no position in the log.");
        var limit = query.Limit(LimitMax);
        var wait = query.Integer("wait", 0, WaitSecondsMax) ?? 0;
        if (query.Problem() is { } refused)
            return refused;
        var log = call.Grains.GetGrain<IMessageQueryGrain>(call.Tenant.Value);
        var after = given ?? await log.OldestEvent();
        var page = await log.Events(after, limit);
        if (page is { Events.IsEmpty: true } && wait > 0)
        {
            var feed = call.Grains.GetGrain<IEventFeedGrain>(call.Tenant.Value);
            if (await feed.WaitFor(after, TimeSpan.FromSeconds(wait)).WaitAsync(call.Aborted))
                page = await log.Events(after, limit);
        }

        return page is null
            ? new Problem(ProblemTypes.CursorExpired, $"Events behind {after} are no longer kept.")
            : Call.Ok(
                Body(page, await OwnMessages.Visible(call, page.Events), after), ApiJson.Wire.EventPageBody);
    }

    private static EventPageBody Body(EventPage page, IReadOnlyList<EventView> visible, long after) => new(
        [.. visible.Select(EventBody.Of)], page.HasMore,
        (page.Events.IsEmpty ? after : page.Events[^1].Sequence).ToString(CultureInfo.InvariantCulture));

    private static bool TryReadPosition(string text, out long position) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out position);
}

/// <param name="HasMore">Whether there are more events already.</param>
/// <param name="Next">Give it as after to go on; always there, for the log has no end.</param>
internal sealed record EventPageBody(IReadOnlyList<EventBody> Data, bool HasMore, string Next);
