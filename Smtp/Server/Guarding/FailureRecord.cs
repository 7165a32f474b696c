namespace Actors.Smtp.Server.Guarding;

/// <summary>The failures of one network, one login, or one login from one network.</summary>
internal sealed class FailureRecord
{
    private int failures;
    private long lastAt;
    private long closedUntil;

    /// <summary>This login has got in from this network.</summary>
    public bool IsKnown { get; set; }

    public bool IsClosed(long now) => now < closedUntil;

    /// <summary>Counts an attempt as failed before its outcome is known, so that many at once are no way around.
    /// </summary>
    public void Count(long now, LoginGuardOptions options, long ticksPerSecond)
    {
        if (now - lastAt >= (long)(options.ForgetAfter.TotalSeconds * ticksPerSecond))
            failures = 0;
        lastAt = now;
        failures++;
        var beyond = failures - options.FreeFailures;
        if (beyond <= 0)
            return;
        var wait = Math.Min(
            options.FirstWait.TotalSeconds * Math.Pow(2, Math.Min(beyond - 1, 30)), options.LongestWait.TotalSeconds);
        closedUntil = now + (long)(wait * ticksPerSecond);
    }

    /// <summary>The attempt was no failure after all.</summary>
    public void TakeBack()
    {
        failures = Math.Max(0, failures - 1);
        closedUntil = 0;
    }
}
