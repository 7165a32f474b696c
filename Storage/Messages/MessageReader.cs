using System.Collections.Immutable;
using System.Text.Json;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Queries;
using Actors.Storage.Databases;
using Actors.Storage.Events;
using Actors.Storage.Json;
using Actors.Storage.Submissions;
using Actors.Storage.Writing;

namespace Actors.Storage.Messages;

/// <summary>Answers readers' questions. Every statement is bounded to one tenant's rows, but the operator's
/// list.</summary>
internal sealed class MessageReader(IDatabase database, MessageLookup lookup) : IMessageReader
{
    private static readonly Sql HeadByNumber = new("SELECT head FROM submissions WHERE no = ?1");
    private static readonly Sql MessagesBetween = new(
        $"SELECT {MessageRow.Columns} FROM messages WHERE no BETWEEN ?1 AND ?2 ORDER BY no");

    private static readonly Sql EventsBetween = new($"""
        SELECT {EventRow.Columns} FROM events WHERE message BETWEEN ?1 AND ?2 ORDER BY no
        """);

    private static readonly Sql HeldFrom = new($"""
        SELECT {MessageRow.Columns} FROM messages INDEXED BY messages_held
        WHERE phase = 4 AND hold_reason = ?1 AND no > ?2 AND no <= ?3 AND account = ifnull(?4, account)
        ORDER BY no LIMIT ?5
        """);

    private static readonly Sql AnyHeldFrom = new($"""
        SELECT {MessageRow.Columns} FROM messages INDEXED BY messages_phase
        WHERE phase = 4 AND phase NOT IN (1, 5) AND no > ?2 AND no <= ?3 AND account = ifnull(?4, account)
        ORDER BY no LIMIT ?5
        """);

    private static readonly Sql QueuedOf = new("""
        SELECT no, submission FROM messages INDEXED BY messages_account
        WHERE account = ?1 AND no BETWEEN ?2 AND ?3 AND due_at IS NOT NULL LIMIT ?4
        """);

    public async Task<SubmissionView?> Submission(TenantId tenant, SubmissionId id)
    {
        using var reading = await database.Read();
        if (lookup.Submission(reading, tenant, id) is not { } number || HeadOf(reading, number) is not { } head)
            return null;
        var (first, last) = RowNumbers.MessagesOfSubmission(number);
        var events = EventsOf(reading, first, last);
        var messages = ImmutableArray.CreateBuilder<MessageView>();
        using var rows = reading.Prepare(MessagesBetween);
        rows.Bind(1, first);
        rows.Bind(2, last);
        while (rows.Step())
        {
            var row = MessageRow.Read(rows);
            messages.Add(MessageViews.Of(row, [.. events.Where(e => e.Message.Recipient == row.Id.Recipient)]));
        }

        var submission = SubmissionColumns.Read(id, head, SubmissionColumns.NoSource);
        return new SubmissionView(
            id, submission.Account, submission.MessageIdHeader, submission.From, submission.Subject, submission.Tags,
            submission.Campaign, submission.Metadata, submission.CreatedAt, submission.SendAt,
            messages.DrainToImmutable());
    }

    public async Task<MessageView?> Message(TenantId tenant, MessageId id)
    {
        using var reading = await database.Read();
        return lookup.Row(reading, tenant, id) is { } row
            ? MessageViews.Of(row, EventsOf(reading, row.Number, row.Number))
            : null;
    }

    public async Task<MessagePage> Search(TenantId tenant, MessageSearch search)
    {
        using var reading = await database.Read();
        return new SearchStatement(lookup, search).Run(reading, tenant);
    }

    public async Task<ImmutableArray<MessageId>> Queued(TenantId tenant, AccountId account, int limit)
    {
        using var reading = await database.Read();
        if (lookup.Tenants.Find(tenant, reading) is not { } number)
            return [];
        var (first, last) = RowNumbers.MessagesOf(number);
        using var rows = reading.Prepare(QueuedOf);
        rows.Bind(1, account.Value);
        rows.Bind(2, first);
        rows.Bind(3, last);
        rows.Bind(4, (long)limit);
        var queued = ImmutableArray.CreateBuilder<MessageId>();
        while (rows.Step())
            queued.Add(new MessageId(SubmissionId.FromKey(rows.Text(1)), RowNumbers.RecipientOf(rows.Number(0))));
        return queued.DrainToImmutable();
    }

    public async Task<HeldPage> Held(HeldSearch search)
    {
        using var reading = await database.Read();
        var (first, last) = (0L, long.MaxValue);
        if (search.Tenant is { } tenant)
        {
            if (lookup.Tenants.Find(tenant, reading) is not { } number)
                return new HeldPage([], false);
            (first, last) = RowNumbers.MessagesOf(number);
        }

        using var rows = reading.Prepare(search.Reason is null ? AnyHeldFrom : HeldFrom);
        if (search.Reason is { } reason)
            rows.Bind(1, (long)reason);
        rows.Bind(2, Math.Max(first - 1, search.After is { } place ? lookup.Place(reading, place) : 0L));
        rows.Bind(3, last);
        rows.Bind(4, search.Account?.Value);
        rows.Bind(5, search.Limit + 1L);
        var held = ImmutableArray.CreateBuilder<HeldMessage>();
        while (rows.Step())
        {
            if (held.Count == search.Limit)
                return new HeldPage(held.DrainToImmutable(), true);
            var row = MessageRow.Read(rows);
            var key = new MessageKey(lookup.Tenants.NameOf(RowNumbers.TenantOf(row.Number), reading), row.Id);
            held.Add(MessageViews.Held(key, row));
        }

        return new HeldPage(held.DrainToImmutable(), false);
    }

    private static SubmissionJson? HeadOf(IReading reading, long number)
    {
        using var row = reading.Prepare(HeadByNumber);
        row.Bind(1, number);
        return row.Step() ? JsonSerializer.Deserialize(row.Bytes(0), StorageJson.Default.SubmissionJson) : null;
    }

    private static ImmutableArray<EventView> EventsOf(IReading reading, long first, long last)
    {
        using var rows = reading.Prepare(EventsBetween);
        rows.Bind(1, first);
        rows.Bind(2, last);
        var events = ImmutableArray.CreateBuilder<EventView>();
        while (rows.Step())
            events.Add(EventRow.Read(rows));
        return events.DrainToImmutable();
    }
}
