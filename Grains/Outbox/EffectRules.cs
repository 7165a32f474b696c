using Actors.Grains.Ports;

namespace Actors.Grains.Outbox;

/// <summary>What becomes of an effect that fails: tried again, twice as long after each failure, and in the end given
/// to the operator.</summary>
public static class EffectRules
{
    public static EffectSetback After(StoredEffect stored, DateTimeOffset now, Exception fault)
    {
        var first = stored.FirstFailedAt ?? now;
        var failures = stored.Failures + 1;
        var reason = $"{fault.GetType().Name}: {fault.Message}";
        return new EffectSetback(
            failures, first,
            now - first >= OutboxLimits.EffectGivenUpAfter ? null : now + Delay(failures),
            reason.Length <= OutboxLimits.EffectReasonMax ? reason : reason[..OutboxLimits.EffectReasonMax]);
    }

    private static TimeSpan Delay(int failures)
    {
        var delay = OutboxLimits.EffectRetryMin;
        for (var i = 1; i < failures && delay < OutboxLimits.EffectRetryMax; i++)
            delay *= 2;
        return delay < OutboxLimits.EffectRetryMax ? delay : OutboxLimits.EffectRetryMax;
    }
}
