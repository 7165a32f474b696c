using System.Collections.Immutable;
using Actors.Grains.Allowances;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.PlatformMails;
using Actors.Storage.Counters;
using Actors.Storage.Effects;
using Actors.Storage.Events;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Messages;

/// <summary>A message's state made ready for its row on the caller's thread, so that the writer only binds.</summary>
internal sealed class PreparedMessage
{
    private readonly Payload payload;
    private readonly Piece json;
    private readonly PreparedEvent[] events;
    private readonly ImmutableArray<MessageEffect> effects;
    private readonly ImmutableArray<string> tags;
    private readonly CountedName[] names;
    private readonly int stream;
    private readonly int heldChange;
    private readonly int billedKind;
    private readonly int billedChange;
    private readonly int acceptedDay;
    private readonly bool watched;

    public PreparedMessage(MessageId id, MessageState state, Payload payload)
    {
        this.payload = payload;
        Id = id;
        Account = state.Account.Value;
        stream = (int)state.Stream;
        Phase = (int)state.Phase;
        HoldReason = (int)state.HoldReason;
        heldChange = (state.Phase == MessagePhase.Held ? 1 : 0) - (state.WasHeld ? 1 : 0);
        billedKind = state.ByOwnServer ? CounterKinds.ByOwnServer : CounterKinds.Charged;
        billedChange = ChargeRules.Change(state) + ChargeRules.ChangeByOwnServer(state);
        acceptedDay = StoredTime.DayOf(state.AcceptedAt);
        watched = !state.ByOwnServer;
        DueAt = StoredTime.Of(state.DueAt);
        tags = state.Tags.IsDefault ? [] : state.Tags;
        Campaign = state.Campaign;
        names = CountedName.Of(state.Campaign, tags);
        json = payload.Add(MessageColumns.JsonOf(state), StorageJson.Write);
        events = Prepare(state.Pending, payload);
        effects = state.Effects.IsDefault ? [] : state.Effects;
    }

    public MessageId Id { get; }

    public string Account { get; }

    public int Phase { get; }

    public int HoldReason { get; }

    public long? DueAt { get; }

    public ReadOnlySpan<byte> Json => payload[json];

    public ImmutableArray<string> Tags => tags;

    /// <summary>Null for none.</summary>
    public string? Campaign { get; }

    /// <summary>Adds the pending events to the tenant's log and to the counters, and what they mean to
    /// others.</summary>
    public void StoreEvents(WriteScope scope, Tenant tenant, long number)
    {
        if (heldChange != 0)
            foreach (var name in names)
                scope.Held.Change(new HeldKey(tenant.Number, name, Account, stream), heldChange);
        if (billedChange != 0)
            scope.Counters.Count(
                new CounterKey(tenant.Number, acceptedDay, Account, stream, CountedName.All, billedKind, "", false),
                billedChange);
        var isWatched = watched && tenant.Id != PlatformSender.Tenant;
        foreach (var effect in effects)
            EffectStatements.Insert(scope, number, Id, effect);
        foreach (ref readonly var happened in events.AsSpan())
        {
            EventStatements.Insert(scope, tenant.NextEvent(), number, Id.Submission, happened, payload[happened.Data]);
            foreach (var name in names)
                scope.Counters.Count(new CounterKey(
                    tenant.Number, happened.Day, Account, stream, name, happened.Kind, happened.Category,
                    happened.Hard));
            if (isWatched && !happened.Health.IsNothing)
                scope.Health.Add(tenant.Number, happened.Hour, Account, happened.Health);
        }
    }

    private static PreparedEvent[] Prepare(ImmutableArray<MessageEvent> pending, Payload payload)
    {
        if (pending.IsDefaultOrEmpty)
            return [];
        var prepared = new PreparedEvent[pending.Length];
        for (var i = 0; i < prepared.Length; i++)
            prepared[i] = PreparedEvent.Of(pending[i], payload);
        return prepared;
    }
}
