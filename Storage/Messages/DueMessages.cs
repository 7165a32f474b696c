using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Messages;

/// <summary>Reads the alarms of an outbox partition.</summary>
internal sealed class DueMessages(IDatabase database, MessageLookup lookup) : IDueMessages
{
    private const int HeldAccountsMax = 100;

    private static readonly Sql Due = new("""
        SELECT no, submission, due_at FROM messages INDEXED BY messages_due
        WHERE due_at <= ?2 AND partition = ?1 ORDER BY due_at LIMIT ?3
        """);

    private static readonly Sql HeldForReason = new("""
        SELECT no, submission, account FROM messages INDEXED BY messages_held
        WHERE phase = 4 AND hold_reason = ?2 AND no > ?3 AND partition = ?1
            AND (?4 IS NULL OR (no BETWEEN ?5 AND ?6 AND account = ?4))
        ORDER BY no LIMIT ?7
        """);

    private static readonly Sql HeldAccounts = new("""
        SELECT DISTINCT no >> 43, account FROM messages INDEXED BY messages_held
        WHERE phase = 4 AND hold_reason = ?2 AND partition = ?1 LIMIT ?3
        """);

    public async Task<ImmutableArray<DueMessage>> Read(int partition, DateTimeOffset until, int limit)
    {
        using var reading = await database.Read();
        using var rows = reading.Prepare(Due);
        rows.Bind(1, (long)partition);
        rows.Bind(2, StoredTime.Of(until));
        rows.Bind(3, (long)limit);
        var due = ImmutableArray.CreateBuilder<DueMessage>();
        while (rows.Step())
            due.Add(new DueMessage(lookup.KeyOf(reading, rows), StoredTime.Read(rows.Number(2))));
        return due.DrainToImmutable();
    }

    public async Task<ImmutableArray<MessageKey>> ReadHeld(
        int partition, HoldReason reason, AccountKey? account, MessageKey? after, int limit)
    {
        using var reading = await database.Read();
        var (first, last) = RangeOf(reading, account);
        using var rows = reading.Prepare(HeldForReason);
        rows.Bind(1, (long)partition);
        rows.Bind(2, (long)reason);
        rows.Bind(3, after is { } place ? lookup.Place(reading, place) : 0L);
        rows.Bind(4, account?.Account.Value);
        rows.Bind(5, first);
        rows.Bind(6, last);
        rows.Bind(7, (long)limit);
        var held = ImmutableArray.CreateBuilder<MessageKey>();
        while (rows.Step())
            held.Add(lookup.KeyOf(reading, rows));
        return held.DrainToImmutable();
    }

    public async Task<ImmutableArray<AccountKey>> ReadHeldAccounts(int partition, HoldReason reason)
    {
        using var reading = await database.Read();
        using var rows = reading.Prepare(HeldAccounts);
        rows.Bind(1, (long)partition);
        rows.Bind(2, (long)reason);
        rows.Bind(3, (long)HeldAccountsMax);
        var accounts = ImmutableArray.CreateBuilder<AccountKey>();
        while (rows.Step())
            accounts.Add(new AccountKey(lookup.Tenants.NameOf(rows.Number(0), reading), AccountId.Parse(rows.Text(1))));
        return accounts.DrainToImmutable();
    }

    /// <summary>An account's name says nothing without its tenant: two tenants may have accounts of the same
    /// name.</summary>
    private (long First, long Last) RangeOf(IReading reading, AccountKey? account)
    {
        if (account is not { } key)
            return (0, long.MaxValue);
        return lookup.Tenants.Find(key.Tenant, reading) is { } tenant ? RowNumbers.MessagesOf(tenant) : (0, -1);
    }
}
