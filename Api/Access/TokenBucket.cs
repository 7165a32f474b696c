namespace Actors.Api.Access;

/// <summary>Lets a burst through at once and a steady rate for long.</summary>
/// <param name="rate">Requests a second that flow back.</param>
/// <param name="burst">Requests it holds when full.</param>
/// <param name="now">Seconds of a clock that never goes back.</param>
internal sealed class TokenBucket(double rate, double burst, double now)
{
    private readonly Lock gate = new();
    private double used;
    private double filledAt = now;

    public RateState Take(double now)
    {
        lock (gate)
        {
            if (now > filledAt)
            {
                used = Math.Max(0, used - ((now - filledAt) * rate));
                filledAt = now;
            }

            if (used + 1 > burst)
                return new RateState(false, 0, Seconds(used / rate), Seconds((used + 1 - burst) / rate));
            used++;
            return new RateState(true, (int)(burst - used), Seconds(used / rate), 0);
        }
    }

    private static int Seconds(double time) => Math.Max(1, (int)Math.Ceiling(time));
}

/// <param name="Remaining">Requests that may follow at once.</param>
/// <param name="ResetSeconds">Until the whole burst is there again.</param>
/// <param name="RetryAfterSeconds">Until one request is; 0 when this one was let through.</param>
internal readonly record struct RateState(bool Admitted, int Remaining, int ResetSeconds, int RetryAfterSeconds);
