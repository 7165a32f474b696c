namespace Actors.Api.Reports;

/// <summary>Proportions, each with what it is a proportion of. Ended is delivered, bounced and expired together: what a
/// server had the chance to take, or would have had.</summary>
internal sealed record RateSetBody(
    RateBody Delivered, RateBody Bounced, RateBody HardBounced, RateBody Expired, RateBody Complained,
    RateBody Unsubscribed, RateBody LateBounced)
{
    public static RateSetBody None { get; } = Of(0, 0, 0, 0, 0, 0, 0);

    public static RateSetBody Of(NumbersBody numbers) => Of(
        numbers.Delivered, numbers.Bounced, numbers.HardBounced, numbers.Expired, numbers.Complained,
        numbers.Unsubscribed, numbers.LateBounced);

    private static RateSetBody Of(
        long delivered, long bounced, long hard, long expired, long complained, long unsubscribed, long late)
    {
        var ended = delivered + bounced + expired;
        return new RateSetBody(
            RateBody.Share(delivered, "ended", ended), RateBody.Share(bounced, "ended", ended),
            RateBody.Share(hard, "ended", ended), RateBody.Share(expired, "ended", ended),
            RateBody.Share(complained, "delivered", delivered), RateBody.Share(unsubscribed, "delivered", delivered),
            RateBody.Share(late, "delivered", delivered));
    }
}

/// <param name="Value">0.0215 is 2.15 %, to six places; absent where there is nothing to divide by. What happened on
/// other days than the delivery may make it more than 1.</param>
/// <param name="Of">ended or delivered: what it is divided by.</param>
/// <param name="Base">How many these are.</param>
internal sealed record RateBody(double? Value, string Of, long Base)
{
    private const int Places = 6;

    /// <param name="part">How many of the base.</param>
    /// <param name="of">The base's name.</param>
    /// <param name="whole">The base.</param>
    public static RateBody Share(long part, string of, long whole) =>
        new(whole == 0 ? null : Math.Round((double)part / whole, Places), of, whole);
}
