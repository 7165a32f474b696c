using Actors.Grains.Couriers;
using Actors.Grains.Outbox;

namespace Actors.Grains.Messages;

/// <content>Handing attempts over to the courier, taking them back, and being woken for the next.</content>
public sealed partial class MessageGrain
{
    private ICourierGrain Courier => GrainFactory.GetGrain<ICourierGrain>(
        stored.State.Source ?? CourierKey.Default);

    private IOutboxGrain Outbox =>
        GrainFactory.GetGrain<IOutboxGrain>(OutboxPartitions.KeyOf(OutboxPartitions.Of(Key.Message)));

    /// <summary>Hands the next attempt over if it is due.</summary>
    /// <returns>When to wake the message; null when it has ended.</returns>
    private async Task<DateTimeOffset?> Continue()
    {
        var state = stored.State;
        var now = time.GetUtcNow();
        inHandUntil = null;
        if (!MessageRules.IsDue(state, now))
            return state.DueAt;
        var wait = await Courier.Enqueue(new DeliveryOrder(
            Key, state.Account, state.Stream, state.Recipient, state.ReversePath,
            MessageRules.NextEpoch(state), state.Attempts + 1, state.OnUncertain, state.Variables,
            state.EnvelopeDsn, state.RecipientDsn, state.Author, state.ByOwnServer,
            state.List, state.Bypass));
        if (wait is not null)
            return now + wait;
        inHandUntil = now + options.PresumedDeadAfter;
        return now < state.Deadline ? Earlier(inHandUntil.Value, state.Deadline) : inHandUntil;
    }

    /// <summary>Takes an attempt that waits in a lane back out, where there can be one.</summary>
    /// <returns>False when it is on the wire: its outcome decides.</returns>
    private async Task<bool> TakeBack(DateTimeOffset now)
    {
        if (inHandUntil is null && !MessageRules.IsDue(stored.State, now))
            return true;
        var taken = await Courier.Withdraw(Key);
        inHandUntil = taken ? null : now + options.PresumedDeadAfter;
        return taken;
    }

    /// <summary>Tells the outbox of an alarm that its next reading of the window would be too late for.</summary>
    private Task Announce(DateTimeOffset? dueAt) => dueAt is { } due && due < time.GetUtcNow() + OutboxLimits.Window
        ? Outbox.Watch(Key, due)
        : Task.CompletedTask;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
