using System.Collections.Immutable;
using System.Globalization;
using Actors.Grains.Messages;
using Actors.Grains.Statistics;
using Actors.Storage.Databases;
using Actors.Storage.Events;
using Actors.Storage.Writing;

namespace Actors.Storage.Counters;

/// <summary>A report from the rows of one name: of all, of a campaign, of a campaign with a tag; and of a tag from the
/// rows of each campaign that it stands beside.</summary>
internal sealed class ReportStatement(IReading reading, long tenant, ReportFilter filter)
{
    private static readonly Sql[] ByGrouping =
        [Statement("''"), Statement("day"), Statement("account"), Statement("stream")];

    private static readonly Sql HeldNow = new("""
        SELECT coalesce(sum(count), 0) FROM held_counts
        WHERE tenant = ?1 AND tag = ?2 AND campaign = ?3 AND (?4 IS NULL OR account = ?4) AND (?5 IS NULL OR stream = ?5)
        """);

    private readonly SortedDictionary<(string Group, long Kind, string Category, bool Hard), long> counts = [];
    private long held;

    public ReportCounts? Run(ReportGrouping grouping)
    {
        if (filter is { Tag: { } tag, Campaign: null })
        {
            if (!AddAll(tag, grouping))
                return null;
        }
        else
            Add(new CountedName(filter.Tag ?? "", filter.Campaign ?? ""), grouping);

        var groups = ImmutableArray.CreateBuilder<GroupCount>(counts.Count);
        foreach (var ((group, kind, category, hard), count) in counts)
            groups.Add(new GroupCount(group, EventKinds.NameOf(kind), category, hard, count));
        return new ReportCounts(groups.MoveToImmutable(), held);
    }

    /// <summary>Of the kinds of events; what else is counted is not part of a report.</summary>
    private static Sql Statement(string group) => new($"""
        SELECT {group}, kind, category, hard, sum(count) FROM counters
        WHERE tenant = ?1 AND tag = ?2 AND campaign = ?3 AND day BETWEEN ?4 AND ?5
            AND (?6 IS NULL OR account = ?6) AND (?7 IS NULL OR stream = ?7) AND kind < 100
        GROUP BY 1, 2, 3, 4
        """);

    private bool AddAll(string tag, ReportGrouping grouping)
    {
        Add(new CountedName(tag, ""), grouping);
        var campaign = CounterNames.After(reading, tenant, tag, "");
        for (var seen = 0; campaign is not null; seen++)
        {
            if (seen == StatisticsLimits.CampaignsOfTagMax)
                return false;
            Add(new CountedName(tag, campaign), grouping);
            campaign = CounterNames.After(reading, tenant, tag, campaign);
        }

        return true;
    }

    private void Add(CountedName name, ReportGrouping grouping)
    {
        using var rows = reading.Prepare(ByGrouping[(int)grouping]);
        Bind(rows, name);
        rows.Bind(4, (long)StoredTime.DayOf(filter.First));
        rows.Bind(5, (long)StoredTime.DayOf(filter.Last));
        rows.Bind(6, filter.Account?.Value);
        rows.Bind(7, (long?)filter.Stream);
        while (rows.Step())
        {
            var key = (GroupOf(rows, grouping), rows.Number(1), rows.Text(2), rows.Number(3) != 0);
            counts[key] = counts.GetValueOrDefault(key) + rows.Number(4);
        }

        AddHeld(name);
    }

    private void AddHeld(CountedName name)
    {
        using var row = reading.Prepare(HeldNow);
        Bind(row, name);
        row.Bind(4, filter.Account?.Value);
        row.Bind(5, (long?)filter.Stream);
        row.Step();
        held += row.Number(0);
    }

    private void Bind(IStatement statement, CountedName name)
    {
        statement.Bind(1, tenant);
        statement.Bind(2, name.Tag);
        statement.Bind(3, name.Campaign);
    }

    private static string GroupOf(IStatement row, ReportGrouping grouping) => grouping switch
    {
        ReportGrouping.Day => StoredTime.ReadDay(row.Number(0)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ReportGrouping.Stream => row.Number(0) == (long)MailStream.Marketing ? "marketing" : "transactional",
        _ => row.Text(0),
    };
}
