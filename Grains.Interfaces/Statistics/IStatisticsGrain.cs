using System.Collections.Immutable;
using Actors.Grains.Ids;

namespace Actors.Grains.Statistics;

/// <summary>What was counted of a tenant's mail, in the commits in which it happened.</summary>
/// <remarks>Key: <see cref="TenantId"/>.</remarks>
[Alias("statistics")]
public interface IStatisticsGrain : IGrainWithStringKey
{
    /// <param name="first">The first day, in UTC.</param>
    /// <param name="last">The last one; at most <see cref="StatisticsLimits.DaysMax"/> with the first.</param>
    Task<AccountCounts> OfAccount(AccountId account, DateOnly first, DateOnly last);
}

public static class StatisticsLimits
{
    /// <summary>Days in one answer: a leap year.</summary>
    public const int DaysMax = 366;

    /// <summary>Days where nobody says from when on.</summary>
    public const int DaysDefault = 30;
}

/// <param name="Counts">In the order of days; none for what did not happen.</param>
/// <param name="Held">Messages of the account that are held at present.</param>
[GenerateSerializer, Immutable, Alias("account-counts")]
public sealed record AccountCounts(ImmutableArray<EventCount> Counts, long Held);

/// <param name="Day">In UTC.</param>
/// <param name="Event">As in the log, such as <c>message.delivered</c>.</param>
/// <param name="Category">Of a bounce, deferral or expiry; empty for none.</param>
/// <param name="Hard">Whether the address itself will never work.</param>
[GenerateSerializer, Immutable, Alias("event-count")]
public sealed record EventCount(DateOnly Day, string Event, string Category, bool Hard, long Count);
