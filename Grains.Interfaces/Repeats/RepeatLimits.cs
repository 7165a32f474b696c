namespace Actors.Grains.Repeats;

/// <summary>How much is remembered of requests with an idempotency key, and how long.</summary>
public static class RepeatLimits
{
    /// <summary>How long a repeat is recognised, from the beginning of the first request.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromHours(24);

    /// <summary>How long a request may be in progress before a repeat takes its place: its gateway has died.</summary>
    public static readonly TimeSpan RunningMax = TimeSpan.FromMinutes(5);

    /// <summary>Octets of the body of an answer that is kept. After a larger one, a repeat is carried out again, with
    /// the ids of the first.</summary>
    public const int AnswerBytesMax = 64 * 1024;

    /// <summary>Requests of a tenant that are remembered in a day, over its credentials.</summary>
    public const int RequestsADayMax = 100_000;
}
