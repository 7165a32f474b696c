using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;
using Actors.Grains.Imports;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Ports;
using Actors.Grains.Queries;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Embedded.World;

/// <summary>A store that outlives the processes using it. It checks etags, keeps events with rows, and fails on
/// demand.</summary>
internal sealed class MemoryStore : IGrainStorage, ISubmissionStore, IDueMessages, IEffectStore, IContentReader,
    IDomainEntries, IContactDetails
{
    private readonly Dictionary<MessageKey, Row> rows = [];
    private readonly Dictionary<string, (object State, string Etag)> states = [];
    private readonly Dictionary<(TenantId Tenant, string Key), IdempotencyRecord> idempotency = [];
    private readonly SortedSet<(DateTimeOffset DueAt, string Key)>[] due =
        [.. Enumerable.Range(0, OutboxPartitions.Count).Select(_ => new SortedSet<(DateTimeOffset, string)>())];

    private readonly Dictionary<(TenantId Tenant, SubmissionId Id), StoredSubmission> submissions = [];
    private readonly List<StoredEffect> effects = [];
    private readonly Dictionary<long, EffectSetback> setbacks = [];

    private int failures;
    private int failedRemovals;
    private long version;

    public MemoryStore() => Imports = new MemoryImports(this);

    public List<(MessageKey Message, MessageEvent Event)> Events { get; } = [];

    /// <summary>What contacts counted of messages that are erased.</summary>
    public List<(TenantId Tenant, ContactOutcome Outcome)> Outcomes { get; } = [];

    public IReadOnlyCollection<MessageKey> Messages => rows.Keys;

    /// <summary>Holds commits of submissions until it is completed; null lets them through.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public int SubmissionsStored { get; private set; }

    /// <summary>Ends the process at a commit.</summary>
    public Fuse Fuse { get; } = new();

    /// <summary>Lists and alarms of the small grains.</summary>
    public MemorySettings Settings { get; } = new();

    /// <summary>Octets and errors of imports.</summary>
    public MemoryImports Imports { get; }

    /// <summary>What is left of tenants that have left.</summary>
    public MemoryTenantRows Rows => new(this);

    /// <summary>Nobody finds an effect.</summary>
    public bool HoldEffects { get; set; }

    public int EffectsLeft => effects.Count;

    public long FirstEffect => effects[0].Number;

    public MessageState this[MessageKey message] => rows[message].State;

    public void FailNextWrites(int count) => failures = count;

    public void FailNextRemovals(int count) => failedRemovals = count;

    /// <summary>The mail a message was submitted with.</summary>
    public string TextOf(MessageKey message) => Encoding.UTF8.GetString(
        ((MailSource.Raw)submissions[(message.Tenant, message.Message.Submission)].Source).Bytes.Span);

    public T? Find<T>(string stateName, string key) => (T?)states.GetValueOrDefault($"{stateName}/{key}").State;

    public void Put(MessageKey message, MessageState state) => Store(message, state);

    /// <summary>States of small grains, each with the grain it is of.</summary>
    public IReadOnlyCollection<GrainId> Grains => Settings.Grains;

    public void Remove(GrainId grain)
    {
        var name = states.Keys.Single(state => state.EndsWith($"/{grain.Key}", StringComparison.Ordinal)
            && state[..^$"/{grain.Key}".Length].Replace("-", "", StringComparison.Ordinal) == grain.Type.ToString());
        states.Remove(name);
        Settings.Remove(grain);
    }

    public void Remove(MessageKey message) => rows.Remove(message);

    /// <summary>As a store does when it is opened: no attempt of the process before is alive.</summary>
    public void Recover(DateTimeOffset now)
    {
        foreach (var (message, row) in rows.ToArray())
            if (row.State.Phase is MessagePhase.Accepted or MessagePhase.Attempting && row.State.DueAt > now)
                Store(message, row.State with { DueAt = now });
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = grainId.Key.ToString()!;
        object? state;
        string? etag;
        if (stateName == "message")
        {
            var row = rows.GetValueOrDefault(MessageKey.Parse(key));
            (state, etag) = (row?.State, row?.Etag);
        }
        else
        {
            (state, etag) = states.GetValueOrDefault($"{stateName}/{key}");
        }

        grainState.State = state is null ? Activator.CreateInstance<T>() : (T)state;
        grainState.ETag = etag;
        grainState.RecordExists = state is not null;
        return Task.CompletedTask;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (grainState.State is ImportState && Imports.CommitGate is { } gate)
            await gate.Task;
        await Fuse.Around(() => Write(stateName, grainId, grainState));
    }

    private void Write<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        FailOnDemand();
        var key = grainId.Key.ToString()!;
        var stored = stateName == "message"
            ? rows.GetValueOrDefault(MessageKey.Parse(key))?.Etag
            : states.GetValueOrDefault($"{stateName}/{key}").Etag;
        if (stored != grainState.ETag)
            throw new InconsistentStateException("changed by somebody else", stored, grainState.ETag);
        if (grainState.State is MessageState message)
        {
            grainState.ETag = Store(MessageKey.Parse(key), message);
            grainState.State = (T)(object)(message with { Pending = [], Effects = [] }); // they are stored now
        }
        else if (grainState.State is ImportState import)
        {
            Imports.Store(ImportKey.Parse(key), import);
            grainState.ETag = NextEtag();
            states[$"{stateName}/{key}"] = (import with { Work = null }, grainState.ETag);
            Settings.Put(grainId, import);
        }
        else
        {
            grainState.ETag = NextEtag();
            states[$"{stateName}/{key}"] = (Counted(key, grainState.State!), grainState.ETag);
            Settings.Put(grainId, grainState.State!);
        }

        grainState.RecordExists = true;
    }

    public Task WriteStateAsync<T>(
        string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return WriteStateAsync(stateName, grainId, grainState);
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Fuse.Around(() =>
    {
        FailOnDemand();
        states.Remove($"{stateName}/{grainId.Key}");
        Settings.Remove(grainId);
        if (grainState.State is ImportState)
            Imports.Clear(ImportKey.Parse(grainId.Key.ToString()!));
        grainState.State = Activator.CreateInstance<T>();
        (grainState.RecordExists, grainState.ETag) = (false, null);
    });

    public async Task<bool> Commit(SubmissionRecord record)
    {
        if (Gate is { } gate)
            await gate.Task;
        var stored = false;
        await Fuse.Around(() => stored = Store(record));
        return stored;
    }

    private bool Store(SubmissionRecord record)
    {
        FailOnDemand();
        if (record.Idempotency is { } mark && !idempotency.TryAdd((record.Tenant, mark.Key), mark))
            return false;
        for (var i = 0; i < record.Messages.Length; i++)
        {
            Store(new MessageKey(record.Tenant, new MessageId(record.Submission.Id, i)), record.Messages[i]);
            if (record.Messages[i].Stream == MailStream.Marketing)
                MakeContact(ContactKey.Of(record.Tenant, record.Messages[i].Recipient), record.Messages[i]);
        }
        submissions.Add((record.Tenant, record.Submission.Id), record.Submission);
        SubmissionsStored++;
        return true;
    }

    public ValueTask<ManualBlock?> Find(TenantId tenant, DomainName domain) =>
        new(Contact(ContactKey.Of(tenant, domain))?.Blocked);

    public Task<ImmutableDictionary<ContactHash, ImmutableDictionary<string, string>>> Find(
        TenantId tenant, ImmutableArray<EmailAddress> addresses) => Task.FromResult(
            addresses.Select(address => ContactKey.Of(tenant, address)).Distinct()
                .Where(key => Contact(key) is { IsContact: true })
                .ToImmutableDictionary(key => key.Hash, key => Contact(key)!.Details));

    public string? EtagOf(ContactKey key) => states.GetValueOrDefault($"contact/{key}").Etag;

    /// <summary>As somebody else would write it.</summary>
    public void Put(ContactKey key, ContactState contact) => states[$"contact/{key}"] = (contact, NextEtag());

    public ContactState? Contact(ContactKey key) => Find<ContactState>("contact", key.ToString());

    public Task<IdempotencyRecord?> FindIdempotent(TenantId tenant, string key) =>
        Task.FromResult(idempotency.GetValueOrDefault((tenant, key)));

    public Task<ImmutableArray<DueMessage>> Read(int partition, DateTimeOffset until, int limit) =>
        Task.FromResult<ImmutableArray<DueMessage>>(
            [.. due[partition].TakeWhile(row => row.DueAt <= until).Take(limit)
                .Select(row => new DueMessage(MessageKey.Parse(row.Key), row.DueAt))]);

    public Task<ImmutableArray<MessageKey>> ReadHeld(
        int partition, HoldReason reason, AccountKey? account, MessageKey? after, int limit) =>
        Task.FromResult<ImmutableArray<MessageKey>>(
            [.. Held(partition, reason)
                .Where(row => account is null || AccountOf(row) == account)
                .Select(row => row.Key)
                .OrderBy(key => key.ToString(), StringComparer.Ordinal)
                .SkipWhile(key => after is { } last && string.CompareOrdinal(key.ToString(), last.ToString()) <= 0)
                .Take(limit)]);

    public Task<ImmutableArray<AccountKey>> ReadHeldAccounts(int partition, HoldReason reason) =>
        Task.FromResult<ImmutableArray<AccountKey>>([.. Held(partition, reason).Select(AccountOf).Distinct()]);

    public Task<ImmutableArray<StoredEffect>> ReadDue(int partition, DateTimeOffset now, int limit) =>
        Task.FromResult<ImmutableArray<StoredEffect>>(
            [.. effects.Where(one => !HoldEffects && !(setbacks.GetValueOrDefault(one.Number) is { } last
                    && (last.DueAt is null || last.DueAt > now)))
                .Where(one => OutboxPartitions.Of(one.Message.Message) == partition)
                .Take(limit)]);

    public Task Done(long number)
    {
        if (failedRemovals-- > 0)
            throw new StoreUnavailableException("the disk is full");
        return Fuse.Around(() => effects.RemoveAll(one => one.Number == number));
    }

    public Task PutOff(long number, EffectSetback setback)
    {
        var place = effects.FindIndex(one => one.Number == number);
        effects[place] = effects[place] with
        {
            Failures = setback.Failures,
            FirstFailedAt = setback.FirstFailedAt,
        };
        setbacks[number] = setback;
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<FailedEffect>> ReadFailed(long after, int limit) =>
        Task.FromResult<ImmutableArray<FailedEffect>>(
            [.. effects.Where(one => setbacks.GetValueOrDefault(one.Number) is { DueAt: null })
                .Select(one => new FailedEffect(
                    one.Number, one.Message, one.Effect.ToString(), one.Failures, one.FirstFailedAt!.Value,
                    setbacks[one.Number].Reason))]);

    public Task<int> RetryFailed(int limit)
    {
        var failed = setbacks.Where(one => one.Value.DueAt is null).Select(one => one.Key).ToArray();
        foreach (var number in failed)
            setbacks.Remove(number);
        return Task.FromResult(failed.Length);
    }

    public ValueTask<StoredSubmission?> Read(TenantId tenant, SubmissionId submission) =>
        new(submissions.GetValueOrDefault((tenant, submission)));

    private void MakeContact(ContactKey key, MessageState message)
    {
        var known = Contact(key) ?? new ContactState { CreatedAt = message.AcceptedAt, Origin = ContactOrigin.Send };
        if (!known.IsContact)
            states[$"contact/{key}"] = (
                known with { IsContact = true, Address = known.Address ?? message.Recipient }, NextEtag());
    }

    /// <summary>Written in the commit of its row, and never part of it.</summary>
    private object Counted(string key, object state)
    {
        if (state is not ContactState { Outcome: { } outcome } contact)
            return state;
        Outcomes.Add((ContactKey.Parse(key).Tenant, outcome));
        return contact with { Outcome = null };
    }

    private static AccountKey AccountOf(KeyValuePair<MessageKey, Row> row) =>
        new(row.Key.Tenant, row.Value.State.Account);

    private IEnumerable<KeyValuePair<MessageKey, Row>> Held(int partition, HoldReason reason) => rows.Where(row =>
        row.Value.State.Phase == MessagePhase.Held && row.Value.State.HoldReason == reason
        && OutboxPartitions.Of(row.Key.Message) == partition);

    private string Store(MessageKey message, MessageState state)
    {
        var index = due[OutboxPartitions.Of(message.Message)];
        if (rows.TryGetValue(message, out var old) && old.State.DueAt is { } oldDue)
            index.Remove((oldDue, message.ToString()));
        if (state.DueAt is { } newDue)
            index.Add((newDue, message.ToString()));
        Events.AddRange(state.Pending.Select(e => (message, e)));
        effects.AddRange(state.Effects.Select(effect => new StoredEffect(++version, message, effect, 0, null)));
        var etag = NextEtag();
        rows[message] = new Row(state with { Pending = [], Effects = [] }, etag);
        return etag;
    }

    private string NextEtag() => (++version).ToString(CultureInfo.InvariantCulture);

    private void FailOnDemand()
    {
        if (failures == 0)
            return;
        failures--;
        throw new StoreUnavailableException("the disk is full");
    }

    private sealed record Row(MessageState State, string Etag);
}
