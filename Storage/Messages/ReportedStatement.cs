using Actors.Grains.Statistics;
using Actors.Storage.Databases;

namespace Actors.Storage.Messages;

/// <summary>The statement that finds what stands behind a number: by events of a kind where few messages have one, and
/// by messages where nearly all do.</summary>
/// <param name="Sql">Ends with a LIMIT; in descending order of <see cref="IsByEvent"/>'s numbers.</param>
/// <param name="Value">Of the index it goes by; null where it has none.</param>
internal readonly record struct ReportedStatement(Sql Sql, string? Value, bool IsByEvent)
{
    /// <summary>A message's columns, then the event's, which are null where there is none.</summary>
    private const string Columns = """
        messages.no, version, messages.submission, account, phase, hold_reason, due_at, state, events.no, at, data
        """;

    private static readonly Sql OfKind = new($"""
        SELECT {Columns} FROM events INDEXED BY events_reported CROSS JOIN messages ON messages.no = events.message
        WHERE kind = ?1 AND kind > 4 AND events.no >> 40 = ?2 AND at BETWEEN ?3 AND ?4
            AND (at < ?4 OR events.no < ?5)
        ORDER BY at DESC, events.no DESC LIMIT ?6
        """);

    private static readonly Sql Held = new("""
        SELECT no, version, submission, account, phase, hold_reason, due_at, state, NULL, NULL, NULL
        FROM messages INDEXED BY messages_phase
        WHERE no BETWEEN ?1 AND ?2 AND phase = 4 AND phase NOT IN (1, 5) ORDER BY no DESC LIMIT ?3
        """);

    private static readonly Sql[] Accepted = Each("1, 2");
    private static readonly Sql[] Delivered = Each("4");

    public static ReportedStatement Of(ReportedNumber number, ReportFilter filter) => number switch
    {
        ReportedNumber.Held => new ReportedStatement(Held, null, false),
        ReportedNumber.Accepted => Of(Accepted, filter),
        ReportedNumber.Delivered => Of(Delivered, filter),
        _ => new ReportedStatement(OfKind, null, true),
    };

    private static ReportedStatement Of(Sql[] statements, ReportFilter filter) => filter switch
    {
        { Campaign: { } campaign } => new ReportedStatement(statements[0], campaign, false),
        { Tag: { } tag } => new ReportedStatement(statements[1], tag, false),
        { Account: { } account } => new ReportedStatement(statements[2], account.Value, false),
        _ => new ReportedStatement(statements[3], null, false),
    };

    private static Sql[] Each(string kinds) =>
    [
        ByMessage(kinds, "messages INDEXED BY messages_campaign", "messages.no", "AND campaign = ?4"),
        ByMessage(
            kinds, "tags CROSS JOIN messages ON messages.no = tags.message", "tags.message", "AND tags.tag = ?4"),
        ByMessage(kinds, "messages INDEXED BY messages_account", "messages.no", "AND account = ?4"),
        ByMessage(kinds, "messages NOT INDEXED", "messages.no", ""),
    ];

    /// <summary>A row for every message, also without such an event: so that LIMIT bounds what is looked at.</summary>
    private static Sql ByMessage(string kinds, string from, string number, string condition) => new($"""
        SELECT {Columns} FROM {from}
            LEFT JOIN events INDEXED BY events_message ON events.message = messages.no AND kind IN ({kinds})
        WHERE {number} BETWEEN ?1 AND ?2 {condition} ORDER BY {number} DESC LIMIT ?3
        """);
}
