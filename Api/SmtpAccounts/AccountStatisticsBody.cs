using Actors.Api.Reports;
using Actors.Grains.Ids;
using Actors.Grains.Statistics;

namespace Actors.Api.SmtpAccounts;

/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="HeldNow">Messages that are held at present, whenever they were accepted.</param>
/// <param name="Total">Of all days.</param>
/// <param name="Days">Each of them, also those on which nothing happened.</param>
internal sealed record AccountStatisticsBody(
    string SmtpAccount, string From, string To, long HeldNow, CountsBody Total, IReadOnlyList<DayCountsBody> Days)
{
    public static AccountStatisticsBody Of(AccountId account, DayRange days, AccountCounts counts)
    {
        var byDay = counts.Counts.ToLookup(count => count.Day);
        return new AccountStatisticsBody(
            account.Value, DayRange.TextOf(days.First), DayRange.TextOf(days.Last), counts.Held,
            CountsBody.Of(counts.Counts),
            [.. days.Days.Select(day => new DayCountsBody(DayRange.TextOf(day), CountsBody.Of(byDay[day])))]);
    }
}

internal sealed record DayCountsBody(string Day, CountsBody Counts);

/// <param name="Accepted">Taken, to be sent at once or later.</param>
/// <param name="Delivered">By an own account: handed to its server.</param>
/// <param name="Deferred">Attempts that failed for now, several of one message where it had several.</param>
/// <param name="Bounces">What they say is wrong; together as many as have bounced.</param>
/// <param name="Expired">Given up at their deadline.</param>
/// <param name="Suppressed">Not sent, for the recipient is blacklisted or has not consented.</param>
/// <param name="Cancelled">Withdrawn or dropped.</param>
internal sealed record CountsBody(
    long Accepted, long Delivered, long Deferred, long Bounced, IReadOnlyList<BounceCountBody> Bounces, long Expired,
    long Suppressed, long Cancelled)
{
    private const string BouncedEvent = "message.bounced";

    public static CountsBody Of(IEnumerable<EventCount> counts)
    {
        var all = counts.ToList();
        return new CountsBody(
            Sum("message.accepted") + Sum("message.scheduled"), Sum("message.delivered"), Sum("message.deferred"),
            Sum(BouncedEvent), BouncesOf(all), Sum("message.expired"), Sum("message.suppressed"),
            Sum("message.cancelled"));

        long Sum(string name) => all.Where(count => count.Event == name).Sum(count => count.Count);
    }

    private static List<BounceCountBody> BouncesOf(List<EventCount> counts) =>
    [
        .. counts.Where(count => count.Event == BouncedEvent).GroupBy(count => (count.Category, count.Hard))
            .Select(group => new BounceCountBody(group.Key.Category, group.Key.Hard, group.Sum(one => one.Count)))
            .OrderByDescending(body => body.Count).ThenBy(body => body.Category, StringComparer.Ordinal),
    ];
}

/// <param name="Category">As in docs/bounces.md, such as mailbox_full.</param>
/// <param name="Hard">Whether the address itself will never work.</param>
internal sealed record BounceCountBody(string Category, bool Hard, long Count);
