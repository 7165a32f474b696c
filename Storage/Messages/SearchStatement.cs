using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Queries;
using Actors.Storage.Databases;

namespace Actors.Storage.Messages;

/// <summary>A search: the statement whose index finds the fewest rows, with the remaining conditions as
/// filters.</summary>
/// <remarks>Newest first by row number, so that a page neither repeats nor skips what is stored meanwhile.</remarks>
internal sealed class SearchStatement(MessageLookup lookup, MessageSearch search)
{
    // ?1 and ?2: the range of row numbers, which is the tenant, the time and the place where a page goes on.
    private const string Filters = """
        WHERE no BETWEEN ?1 AND ?2
            AND (?3 IS NULL OR phase = ?3)
            AND (?4 IS NULL OR recipient_hash = ?4)
            AND (?5 IS NULL OR account = ?5)
            AND (?6 IS NULL OR EXISTS (SELECT 1 FROM tags WHERE tag = ?6 AND message = no))
            AND submission >= ?7 AND submission < ?8
            AND (?9 IS NULL OR campaign = ?9)
        """;

    private static readonly Sql ByRecipient = Statement("INDEXED BY messages_recipient", "AND recipient_hash = ?4");
    private static readonly Sql ByAccount = Statement("INDEXED BY messages_account", "AND account = ?5");
    private static readonly Sql ByCampaign = Statement("INDEXED BY messages_campaign", "AND campaign = ?9");
    private static readonly Sql ByNumber = Statement("NOT INDEXED", "");

    private static readonly Sql ByTag = new($"""
        SELECT {MessageRow.Columns} FROM (SELECT message FROM tags WHERE tag = ?6 AND message BETWEEN ?1 AND ?2)
            CROSS JOIN messages ON no = message
        {Filters} ORDER BY message DESC
        """);

    private static readonly Sql ByPhase = Statement(
        "INDEXED BY messages_phase", "AND phase = ?3 AND phase NOT IN (1, 5)");

    private static readonly Sql ByAlarm = Statement("INDEXED BY messages_due", "AND due_at IS NOT NULL");

    public MessagePage Run(IReading reading, TenantId tenant)
    {
        if (lookup.Tenants.Find(tenant, reading) is not { } number)
            return new MessagePage([], false);
        var (first, last) = RangeOf(reading, tenant, number);
        using var rows = reading.Prepare(Choose());
        rows.Bind(1, first);
        rows.Bind(2, last);
        rows.Bind(3, (long?)search.Phase);
        rows.Bind(4, search.Recipient is { } recipient ? MessageColumns.HashOf(recipient) : null);
        rows.Bind(5, search.Account?.Value);
        rows.Bind(6, search.Tag);
        rows.Bind(7, search.From is { } from ? SortableId.Floor(from) : "");
        rows.Bind(8, search.Until is { } until ? SortableId.Floor(until) : "~");
        rows.Bind(9, search.Campaign);
        return Page(rows);
    }

    private MessagePage Page(IStatement rows)
    {
        var messages = ImmutableArray.CreateBuilder<MessageView>();
        while (rows.Step())
        {
            var view = MessageViews.Of(MessageRow.Read(rows), []);
            if (search.Recipient is { } recipient && view.Recipient.Key != recipient.Key)
                continue; // another address with the same hash
            if (messages.Count == search.Limit)
                return new MessagePage(messages.DrainToImmutable(), true);
            messages.Add(view);
        }

        return new MessagePage(messages.DrainToImmutable(), false);
    }

    private Sql Choose() => search switch
    {
        { Recipient: not null } => ByRecipient,
        { Tag: not null } => ByTag,
        { Campaign: not null, Phase: null or MessagePhase.Delivered or MessagePhase.Accepted } => ByCampaign,
        { Phase: MessagePhase.Accepted } => ByAlarm,
        { Phase: not null and not MessagePhase.Delivered } => ByPhase,
        { Account: not null } => ByAccount,
        _ => ByNumber,
    };

    private (long First, long Last) RangeOf(IReading reading, TenantId id, long tenant)
    {
        var (first, last) = MessageRange.Of(reading, tenant, search.From, search.Until);
        if (search.After is { } after)
            last = Math.Min(last, lookup.Place(reading, new MessageKey(id, after)) - 1);
        return (first, last);
    }

    private static Sql Statement(string index, string condition) => new(
        $"SELECT {MessageRow.Columns} FROM messages {index} {Filters} {condition} ORDER BY no DESC");
}
