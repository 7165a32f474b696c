using Actors.Api.Reports;
using Actors.Grains.Statistics;
using Actors.Grains.Subscriptions;

namespace Actors.Api.Billing;

/// <summary>What a month is billed by. A message counts on the day of its acceptance, whenever it ends.</summary>
/// <param name="Month">Such as 2030-01.</param>
/// <param name="ActiveContactsPeak">The most active contacts there were at any moment; absent where there were
/// none.</param>
/// <param name="MessagesPeak">The day with the most charged messages; absent where there were none.</param>
/// <param name="Accepted">Taken, to be sent at once or later.</param>
/// <param name="Charged">Of them, those that count against the allowance: not what leaves by own servers, and no longer
/// what was suppressed or cancelled.</param>
/// <param name="ByOwnServer">Of them, those that leave by an account's own server, less what was suppressed or
/// cancelled.</param>
/// <param name="SmtpAccounts">Of each account that took mail.</param>
/// <param name="Days">Each day, of the running month those up to today.</param>
internal sealed record BillingBody(
    string Month, PeakBody? ActiveContactsPeak, PeakBody? MessagesPeak, long Accepted, long Charged, long ByOwnServer,
    IReadOnlyList<BilledAccountBody> SmtpAccounts, IReadOnlyList<BilledDayBody> Days)
{
    public static BillingBody Of(BillingMonth month, BillingFigures figures)
    {
        var byDay = figures.Messages.ToLookup(one => one.Day);
        var days = figures.Contacts.Select(day => BilledDayBody.Of(day, byDay[day.Day])).ToList();
        return new BillingBody(
            month.ToString(), PeakOf(days, day => day.ActiveContactsPeak), PeakOf(days, day => day.Charged),
            days.Sum(day => day.Accepted), days.Sum(day => day.Charged), days.Sum(day => day.ByOwnServer),
            [.. figures.Messages.GroupBy(one => one.Account.Value).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new BilledAccountBody(
                    group.Key, group.Sum(one => one.Accepted), group.Sum(one => one.Charged),
                    group.Sum(one => one.ByOwnServer)))],
            days);
    }

    /// <summary>The first day of the highest ones.</summary>
    private static PeakBody? PeakOf(List<BilledDayBody> days, Func<BilledDayBody, long> number) =>
        days.MaxBy(number) is { } highest && number(highest) > 0
            ? new PeakBody(highest.Day, number(highest))
            : null;
}

/// <param name="Day">The first on which it was reached.</param>
internal sealed record PeakBody(string Day, long Count);

/// <param name="SmtpAccount">acc_...</param>
internal sealed record BilledAccountBody(string SmtpAccount, long Accepted, long Charged, long ByOwnServer);

/// <param name="ActiveContacts">At its end.</param>
/// <param name="ActiveContactsPeak">The most at any moment of it.</param>
internal sealed record BilledDayBody(
    string Day, long ActiveContacts, long ActiveContactsPeak, long Accepted, long Charged, long ByOwnServer)
{
    public static BilledDayBody Of(ContactDay day, IEnumerable<MessageDay> messages)
    {
        var all = messages.ToList();
        return new BilledDayBody(
            DayRange.TextOf(day.Day), day.Active, day.Peak, all.Sum(one => one.Accepted), all.Sum(one => one.Charged),
            all.Sum(one => one.ByOwnServer));
    }
}
