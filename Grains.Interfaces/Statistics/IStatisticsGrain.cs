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

    /// <returns>Null where the tag stands beside more than <see cref="StatisticsLimits.CampaignsOfTagMax"/>
    /// campaigns and none of them is named.</returns>
    Task<ReportCounts?> Report(ReportFilter filter, ReportGrouping grouping);

    /// <summary>In the order of their names.</summary>
    Task<CampaignPage> Campaigns(CampaignSearch search);

    /// <summary>Newest first. Who was counted by a message that is erased from the log is not among them any
    /// more.</summary>
    Task<ReportedPage> Recipients(ReportedSearch search);

    /// <param name="first">The first day, in UTC.</param>
    /// <param name="last">The last one, of the same month.</param>
    Task<BillingFigures> Billing(DateOnly first, DateOnly last);
}

public static class StatisticsLimits
{
    /// <summary>Days in one answer: a leap year.</summary>
    public const int DaysMax = 366;

    /// <summary>Days where nobody says from when on.</summary>
    public const int DaysDefault = 30;

    /// <summary>Campaigns that a report by a tag alone adds up: about 0.1 s.</summary>
    public const int CampaignsOfTagMax = 10_000;

    /// <summary>Names that a page of campaigns looks at.</summary>
    public const int NamesAPageMax = 2_000;

    /// <summary>Events and messages that a page of recipients looks at.</summary>
    public const int RowsAPageMax = 5_000;
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
