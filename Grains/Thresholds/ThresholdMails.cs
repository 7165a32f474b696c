using System.Collections.Immutable;
using Actors.Grains.PlatformMails;
using Actors.Mail.Addresses;

namespace Actors.Grains.Thresholds;

/// <summary>Who is told of a level that was reached: pure.</summary>
public static class ThresholdMails
{
    /// <param name="news">What happened.</param>
    /// <param name="name">Of the account, or of all of them.</param>
    /// <param name="admins">Of the tenant.</param>
    /// <param name="operators">Told in the platform's own words.</param>
    public static IEnumerable<PlatformMail> Of(
        ThresholdNews news, string name, ImmutableArray<EmailAddress> admins, ImmutableArray<EmailAddress> operators)
    {
        var id = $"health/{news.Account?.Value ?? "tenant"}/{Change(news.Watched)}";
        foreach (var to in admins)
            yield return Mail($"{id}/{to}", to, news.Watched, name);
        foreach (var to in operators)
            yield return Mail($"{id}/operator/{to}", to, news.Watched, name) with { IsForOperator = true };
    }

    /// <summary>The same each time it is told.</summary>
    private static string Change(Watched watched) => watched.Level == HealthLevel.Blocked
        ? $"blocked-{watched.Blocks}"
        : $"warned-{watched.Warnings}";

    private static PlatformMail Mail(string id, EmailAddress to, Watched watched, string name) =>
        watched.Level == HealthLevel.Blocked
            ? PlatformMail.AccountBlocked(id, to, name, watched.Reason!)
            : PlatformMail.AccountWarned(id, to, name, watched.Reason!);
}
