using System.Xml;
using Actors.Api.Json;
using Actors.Mail.Messages;

namespace Actors.Api.Messages.Requests;

/// <summary>Reads points of time (RFC 3339) and durations (ISO 8601).</summary>
internal static class TimeReader
{
    private const int LengthMax = 40;

    /// <summary>How far behind ours a client's clock may be.</summary>
    private static readonly TimeSpan SkewMax = TimeSpan.FromSeconds(60);

    /// <remarks>Whether the time lies too far off is the grain's to say: a repeat with an idempotency key is answered
    /// as before, also when its time has come meanwhile. A time within our clocks' difference means at once.</remarks>
    public static DateTimeOffset? SendAt(ref JsonCursor json, DateTimeOffset now)
    {
        if (TextReader.Line(ref json, LengthMax) is not { } text)
            return null;
        if (Rfc3339.TryParse(text, out var time))
            return time <= now && time >= now - SkewMax ? null : time;
        json.Errors.Add("invalid_time", "The time has to be RFC 3339 with its offset, such as 2030-01-31T09:00:00Z.");
        return null;
    }

    /// <remarks>How long is too long is the grain's to say.</remarks>
    public static TimeSpan? ExpiresIn(ref JsonCursor json)
    {
        if (TextReader.Line(ref json, LengthMax) is not { } text)
            return null;
        if (TryParseDuration(text, out var duration))
            return duration;
        json.Errors.Add("invalid_duration", "The duration has to be ISO 8601, such as PT4H or P2D.");
        return null;
    }

    public static bool TryParseDuration(string text, out TimeSpan duration)
    {
        try
        {
            duration = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            duration = default;
            return false;
        }
    }
}
