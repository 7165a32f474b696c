using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;

namespace Actors.Grains.Statistics;

/// <summary>Which of what was counted a report is about; conditions are joined by and.</summary>
/// <param name="Campaign">Null for all messages, with and without one.</param>
/// <param name="Tag">Null for all.</param>
/// <param name="Account">Null for all.</param>
/// <param name="Stream">Null for both.</param>
/// <param name="First">The first day, in UTC.</param>
/// <param name="Last">The last one.</param>
[GenerateSerializer, Immutable, Alias("report-filter")]
public sealed record ReportFilter(
    string? Campaign, string? Tag, AccountId? Account, MailStream? Stream, DateOnly First, DateOnly Last);

/// <summary>What the numbers of a report are kept apart by.</summary>
public enum ReportGrouping
{
    /// <summary>By nothing: one group whose name is empty.</summary>
    Total = 0,
    Day = 1,
    Account = 2,
    Stream = 3,
}

/// <param name="Groups">By name; none for what did not happen.</param>
/// <param name="Held">Messages that are held at present, whatever the days.</param>
[GenerateSerializer, Immutable, Alias("report-counts")]
public sealed record ReportCounts(ImmutableArray<GroupCount> Groups, long Held);

/// <param name="Group">A day such as 2030-01-31, an account, <c>transactional</c> or <c>marketing</c>.</param>
/// <param name="Event">As in the log, such as <c>message.delivered</c>.</param>
/// <param name="Category">Of a bounce, deferral or expiry; empty for none.</param>
/// <param name="Hard">Whether the address itself will never work.</param>
[GenerateSerializer, Immutable, Alias("group-count")]
public sealed record GroupCount(string Group, string Event, string Category, bool Hard, long Count);

/// <param name="Search">In any part of the name, whatever the case; null for all.</param>
/// <param name="Account">Only what was sent by it; null for all.</param>
/// <param name="First">The first day that is counted, in UTC.</param>
/// <param name="Last">The last one.</param>
/// <param name="After">Continue behind this name; null from the first.</param>
/// <param name="Limit">1 to 100.</param>
[GenerateSerializer, Immutable, Alias("campaign-search")]
public sealed record CampaignSearch(
    string? Search, AccountId? Account, DateOnly First, DateOnly Last, string? After, int Limit);

/// <param name="Next">Where the next page goes on; null at the end. A page may be short, or empty, and have
/// one.</param>
[GenerateSerializer, Immutable, Alias("campaign-page")]
public sealed record CampaignPage(ImmutableArray<CampaignCounts> Campaigns, string? Next);

/// <param name="First">The first of the days on which anything happened.</param>
/// <param name="Last">The last one.</param>
/// <param name="Counts">In one group.</param>
[GenerateSerializer, Immutable, Alias("campaign-counts")]
public sealed record CampaignCounts(string Name, DateOnly First, DateOnly Last, ImmutableArray<GroupCount> Counts);
