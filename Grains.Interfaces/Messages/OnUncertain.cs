namespace Actors.Grains.Messages;

/// <summary>What to do when an attempt's outcome is unknown (a crash or a cut after the final dot).</summary>
public enum OnUncertain
{
    /// <summary>Send again: at least once. Same Message-ID and bytes, so that receivers can tell.</summary>
    Retry = 0,

    /// <summary>Hold for a decision: at most once, for one-time passwords and invoices.</summary>
    Hold = 1,
}
