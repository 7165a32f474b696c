using Actors.Grains.Statistics;
using Actors.Mail.Replies;

namespace Actors.Api.Reports;

/// <summary>What was counted, and in proportion to what.</summary>
/// <param name="Accepted">Taken, to be sent at once or later.</param>
/// <param name="Deferred">Attempts that failed for now: several of one message where it had several.</param>
/// <param name="HardBounced">Of the bounced: the address itself will never work.</param>
/// <param name="SoftBounced">Of the bounced: all others.</param>
/// <param name="Bounces">Each of the ten categories; together as many as have bounced.</param>
/// <param name="Expired">Given up at their deadline.</param>
/// <param name="Suppressed">Not sent, for the recipient is blacklisted or has not consented.</param>
/// <param name="Cancelled">Withdrawn or dropped.</param>
/// <param name="Complained">Reported as spam by its reader. It stays delivered.</param>
/// <param name="Unsubscribed">By way of the message. It stays delivered.</param>
/// <param name="LateBounced">Reported as undeliverable after a server had taken it. It stays delivered; or failed,
/// where it had failed before in a way that said less of the address.</param>
internal sealed record NumbersBody(
    long Accepted, long Delivered, long Deferred, long Bounced, long HardBounced, long SoftBounced,
    IReadOnlyList<CategoryBody> Bounces, long Expired, long Suppressed, long Cancelled, long Complained,
    long Unsubscribed, long LateBounced, RateSetBody Rates)
{
    private const string BouncedEvent = "message.bounced";

    private static readonly string[] Categories = [.. Enum.GetValues<BounceCategory>().Select(one => one.Key())];

    /// <param name="counts">Of one group.</param>
    public static NumbersBody Of(IEnumerable<GroupCount> counts)
    {
        var all = counts.ToLookup(count => count.Event);
        var bounced = all[BouncedEvent].ToList();
        var hard = bounced.Where(count => count.Hard).Sum(count => count.Count);
        var numbers = new NumbersBody(
            Sum("message.accepted") + Sum("message.scheduled"), Sum("message.delivered"), Sum("message.deferred"),
            Sum(BouncedEvent), hard, Sum(BouncedEvent) - hard,
            [.. Categories.Select(category => CategoryBody.Of(category, bounced))], Sum("message.expired"),
            Sum("message.suppressed"), Sum("message.cancelled"), Sum("message.complained"),
            Sum("message.unsubscribed"), Sum("message.late_bounced"), RateSetBody.None);
        return numbers with { Rates = RateSetBody.Of(numbers) };

        long Sum(string name) => all[name].Sum(count => count.Count);
    }
}

/// <param name="Category">As in docs/bounces.md, such as mailbox_full.</param>
internal sealed record CategoryBody(string Category, long Hard, long Soft)
{
    public static CategoryBody Of(string category, List<GroupCount> bounced) => new(
        category,
        bounced.Where(count => count.Category == category && count.Hard).Sum(count => count.Count),
        bounced.Where(count => count.Category == category && !count.Hard).Sum(count => count.Count));
}
