using Actors.Grains.Statistics;

namespace Actors.Api.Reports;

/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="HeldNow">Messages that are held at present, whenever they were accepted.</param>
/// <param name="Total">Of all groups.</param>
/// <param name="Groups">Where it is grouped: every day, or each account or stream that anything happened to.</param>
internal sealed record ReportBody(
    string From, string To, string? Campaign, string? Tag, string? SmtpAccount, string? Stream, long HeldNow,
    NumbersBody Total, IReadOnlyList<ReportGroupBody>? Groups)
{
    /// <param name="grouping">Null for the total alone.</param>
    public static ReportBody Of(ReportFilter filter, ReportGrouping? grouping, ReportCounts counts) => new(
        DayRange.TextOf(filter.First), DayRange.TextOf(filter.Last), filter.Campaign, filter.Tag,
        filter.Account?.Value, filter.Stream is { } stream ? ReportFilters.NameOf(stream) : null, counts.Held,
        NumbersBody.Of(counts.Groups), grouping is null ? null : GroupsOf(filter, grouping, counts));

    private static List<ReportGroupBody> GroupsOf(ReportFilter filter, ReportGrouping? grouping, ReportCounts counts)
    {
        var byName = counts.Groups.ToLookup(count => count.Group);
        var names = grouping == ReportGrouping.Day
            ? new DayRange(filter.First, filter.Last).Days.Select(DayRange.TextOf)
            : byName.Select(group => group.Key);
        return [.. names.Select(name => new ReportGroupBody(name, NumbersBody.Of(byName[name])))];
    }
}

/// <param name="Group">A day such as 2030-01-31, an SMTP account or a stream.</param>
internal sealed record ReportGroupBody(string Group, NumbersBody Numbers);
