using System.Collections.Immutable;
using Actors.Grains.Couriers;
using Actors.Grains.Ids;
using Actors.Grains.Outbox;
using Actors.Grains.Ports;

namespace Actors.Grains.Messages;

/// <summary>Shell of a message: loads, asks <see cref="MessageRules"/>, commits once, hands attempts over.</summary>
public sealed class MessageGrain(
    [PersistentState("message", StorageNames.Rows)] IPersistentState<MessageState> stored,
    LifecycleOptions options,
    TimeProvider time,
    IChance chance) : Grain, IMessageGrain
{
    /// <summary>Whether the courier has the next attempt. Not stored: the courier knows a message it has already.</summary>
    private bool handedOver;

    private MessageKey Key => MessageKey.Parse(this.GetPrimaryKeyString());

    public async Task Begin() => await Announce(await Wake());

    public async Task<DateTimeOffset?> Wake()
    {
        if (!stored.RecordExists)
            return Forget();
        var now = time.GetUtcNow();
        if (handedOver && (now < stored.State.Deadline || !await Courier.Withdraw(Key)))
            return now + options.PresumedDeadAfter;
        handedOver = false;
        await Commit(MessageRules.Wake(stored.State, now));
        return await Continue();
    }

    public async Task Report(AttemptReport report)
    {
        if (!stored.RecordExists)
            return;
        if (report.Attempt == stored.State.Attempts + 1)
            handedOver = false;
        await Commit(MessageRules.Report(
            stored.State, report, options.Schedule, time.GetUtcNow(), chance.Next()));
        if (!handedOver)
            await Announce(await Continue());
    }

    public async Task<bool> MayStart(int attempt, long epoch)
    {
        if (!stored.RecordExists)
            return false;
        await Commit(MessageRules.Start(stored.State, attempt, epoch, time.GetUtcNow()));
        return stored.State.Phase == MessagePhase.Attempting && stored.State.Epoch == epoch;
    }

    public async Task<CommandResult> Apply(MessageCommand command)
    {
        if (!stored.RecordExists)
        {
            Forget();
            return CommandResult.NotFound;
        }
        if (command == MessageCommand.Cancel && handedOver && await Courier.Withdraw(Key))
            handedOver = false;
        var (result, events) = MessageRules.Command(stored.State, command, handedOver, time.GetUtcNow());
        await Commit(events);
        if (!handedOver)
            await Announce(await Continue());
        return result;
    }

    private ICourierGrain Courier => GrainFactory.GetGrain<ICourierGrain>(CourierKey.Default);

    /// <summary>Hands the next attempt over if it is due.</summary>
    /// <returns>When to wake the message; null when it has ended.</returns>
    private async Task<DateTimeOffset?> Continue()
    {
        var state = stored.State;
        var now = time.GetUtcNow();
        if (!MessageRules.IsDue(state, now))
        {
            DeactivateOnIdle(); // it costs a row, and no memory until its time nears
            return state.DueAt;
        }
        handedOver = true;
        var wait = await Courier.Enqueue(new DeliveryOrder(
            Key, state.Account, state.Stream, state.Recipient, state.ReversePath,
            MessageRules.CurrentEpoch(state), state.Attempts + 1, state.OnUncertain, state.Variables));
        if (wait is null)
            return now + options.PresumedDeadAfter;
        handedOver = false;
        DeactivateOnIdle();
        return now + wait;
    }

    /// <summary>Tells the outbox of an alarm that its next reading of the window would be too late for.</summary>
    private Task Announce(DateTimeOffset? dueAt) => dueAt is { } due && due < time.GetUtcNow() + OutboxLimits.Window
        ? GrainFactory.GetGrain<IOutboxGrain>(OutboxPartitions.KeyOf(OutboxPartitions.Of(Key.Message))).Watch(Key, due)
        : Task.CompletedTask;

    private DateTimeOffset? Forget()
    {
        DeactivateOnIdle();
        return null;
    }

    private async Task Commit(ImmutableArray<MessageEvent> events)
    {
        if (events.IsEmpty)
            return;
        var before = stored.State;
        stored.State = MessageFold.Apply(before, events);
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            stored.State = before; // what was not stored has not happened
            DeactivateOnIdle();
            throw;
        }
        stored.State = stored.State with { Pending = [] };
    }
}
