using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Outbox;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;

namespace Actors.Grains.Messages;

/// <summary>Shell of a message: loads, asks <see cref="MessageRules"/>, commits once, hands attempts over.</summary>
public sealed partial class MessageGrain(
    [PersistentState("message", StorageNames.Rows)] IPersistentState<MessageState> stored,
    LifecycleOptions options,
    TimeProvider time,
    IChance chance) : BriefGrain, IMessageGrain
{
    /// <summary>Until when the courier is trusted to have the next attempt; null when it is not known to have one. Not
    /// stored: the courier knows a message it has already, and is asked before anything is decided without
    /// it.</summary>
    private DateTimeOffset? inHandUntil;

    private bool isMissing;

    private MessageKey? key;

    private MessageKey Key => key ??= MessageKey.Parse(this.GetPrimaryKeyString());

    public async Task Begin() => await Announce(await Wake());

    public async Task<DateTimeOffset?> Wake()
    {
        if (!await IsThere())
            return null;
        var now = time.GetUtcNow();
        if (now < inHandUntil && now < stored.State.Deadline)
            return Earlier(inHandUntil.Value, stored.State.Deadline);
        var events = MessageRules.Wake(stored.State, now);
        if (!events.IsEmpty && !await TakeBack(now))
            return inHandUntil;
        await Commit(events);
        var next = await Continue();
        if (inHandUntil is null)
            DeactivateOnIdle(); // it costs a row, and no memory until its time nears
        return next;
    }

    public async Task Report(AttemptReport report)
    {
        if (!await IsThere())
            return;
        var current = MessageRules.IsCurrent(stored.State, report);
        var now = time.GetUtcNow();
        var events = MessageRules.Report(stored.State, report, options.Schedule, now, chance.Next());
        await Commit(events);
        if (current)
            inHandUntil = null;
        else if (!events.IsEmpty) // an earlier attempt has ended it: the next one is not wanted any more
            await Courier.Withdraw(Key);
        if (inHandUntil is null)
            await Announce(await Continue());
        if (inHandUntil is null)
            DeactivateOnIdle(); // as when it is woken
    }

    public async Task<bool> MayStart(int attempt, long epoch)
    {
        if (!await IsThere())
            return false;
        var now = time.GetUtcNow();
        await Commit(MessageRules.Start(stored.State, attempt, epoch, now));
        var may = stored.State.Phase == MessagePhase.Attempting && stored.State.Epoch == epoch;
        if (may)
            inHandUntil = now + options.PresumedDeadAfter;
        return may;
    }

    public async Task<CommandResult> Apply(MessageCommand command)
    {
        if (!await IsThere())
            return CommandResult.NotFound;
        var now = time.GetUtcNow();
        var (result, events) = MessageRules.Command(stored.State, command, onTheWire: false, now);
        if (!events.IsEmpty && !await TakeBack(now))
            (result, events) = MessageRules.Command(stored.State, command, onTheWire: true, now);
        await Commit(events);
        if (inHandUntil is null)
            await Announce(await Continue());
        if (inHandUntil is null)
            LeaveSoon(); // many may ask at once
        return result;
    }

    public async Task<bool> Hear(LateReport report)
    {
        if (!await IsThere())
            return false;
        var wasOpen = !stored.State.Phase.IsTerminal();
        await Commit(MessageRules.Hear(stored.State, report, time.GetUtcNow()));
        if (!stored.State.Phase.IsTerminal())
            return true;
        LeaveSoon();
        if (wasOpen) // the next attempt is not wanted any more
            await Courier.Withdraw(Key);
        return true;
    }

    public async Task<ContactCause?> Cause(ContactNews news)
    {
        if (!await IsThere())
            return null;
        if (stored.State.Phase.IsTerminal())
            LeaveSoon();
        return ContactCauses.Of(Key.Message, stored.State, news);
    }

    public Task<EmailAddress?> Author() => Task.FromResult(stored.State.Author?.Address);

    public Task<MessageFailure?> Failure()
    {
        var state = stored.State;
        if (state.Phase is not (MessagePhase.Bounced or MessagePhase.Expired))
            return Task.FromResult<MessageFailure?>(null);
        LeaveSoon();
        return Task.FromResult<MessageFailure?>(new MessageFailure(
            state.Account, state.Recipient, state.ReversePath, state.AcceptedAt,
            state.Phase == MessagePhase.Expired, state.LastReply, state.LastHost,
            state.LastAttemptAt, state.EnvelopeDsn, state.RecipientDsn));
    }

    /// <summary>Whoever asks for a message that there is not leaves nothing in memory for long. Its row is looked for
    /// again with each question: it may have been stored meanwhile.</summary>
    private async ValueTask<bool> IsThere()
    {
        if (isMissing)
            await stored.ReadStateAsync();
        isMissing = !stored.RecordExists;
        if (isMissing)
            LeaveSoon();
        return !isMissing;
    }

    private async Task Commit(ImmutableArray<MessageEvent> events)
    {
        if (events.IsEmpty)
            return;
        var before = stored.State;
        var after = MessageFold.Apply(before, events);
        stored.State = after;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            stored.State = before; // what was not stored has not happened
            DeactivateOnIdle();
            await Outbox.Watch(Key, time.GetUtcNow() + OutboxLimits.Reading);
            throw;
        }
        stored.State = after with { Pending = [], Effects = [] };
        if (!after.Effects.IsEmpty)
            await Outbox.CarryOutEffects();
    }
}
