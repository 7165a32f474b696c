using Actors.Grains.Couriers;
using Actors.Grains.Messages;
using Actors.Grains.Tests.Messages;

namespace Actors.Grains.Tests.World;

/// <summary>How a receiving site treats one attempt.</summary>
/// <param name="Outcome">Null where the attempt never comes back.</param>
internal sealed record Answer(AttemptOutcome? Outcome, SlotResult Slot = SlotResult.Answered)
{
    public static readonly Answer Ok = new(new AttemptOutcome.Delivered(Mails.Ok));
    public static readonly Answer Greylisted = new(new AttemptOutcome.Transient(Mails.Greylisted, null));
    public static readonly Answer Full = new(new AttemptOutcome.Transient(Mails.Full, null));
    public static readonly Answer Unknown = new(new AttemptOutcome.Permanent(Mails.Unknown));
    public static readonly Answer CutAfterDot = new(new AttemptOutcome.Uncertain(Mails.Cut));
    public static readonly Answer Unreachable = new(
        new AttemptOutcome.Transient(Mails.NoAnswer, null), SlotResult.Unreachable);

    public static readonly Answer Stalls = new((AttemptOutcome?)null);

    /// <summary>How long the dialogue takes.</summary>
    public TimeSpan Takes { get; init; }

    /// <summary>The slot comes back, and the message is never told.</summary>
    public bool LosesReport { get; init; }

    public Answer After(TimeSpan takes) => this with { Takes = takes };
}
