using Actors.Grains.Messages;
using Actors.Grains.Thresholds;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Events;

/// <summary>An event made ready for its row and for the counters.</summary>
internal readonly record struct PreparedEvent(
    int Kind, long At, int Day, int Hour, string Category, bool Hard, HealthCounts Health, Piece Data)
{
    public static PreparedEvent Of(MessageEvent happened, Payload payload)
    {
        var verdict = happened switch
        {
            MessageEvent.Deferred e => e.Verdict,
            MessageEvent.Bounced e => e.Verdict,
            MessageEvent.Expired e => e.Verdict,
            MessageEvent.LateBounced e => e.Verdict,
            _ => null,
        };
        return new PreparedEvent(
            EventKinds.Of(happened),
            StoredTime.Of(happened.At),
            StoredTime.DayOf(happened.At),
            StoredTime.HourOf(happened.At),
            verdict?.Category ?? "",
            verdict?.Hard ?? false,
            HealthEvents.Of(happened),
            payload.Add(happened, EventJson.Write));
    }
}
