using Actors.Grains.Statistics;

namespace Actors.Api.Reports;

/// <param name="FirstDay">Of the days that are counted, the first on which anything happened.</param>
/// <param name="LastDay">The last of them.</param>
internal sealed record CampaignBody(string Campaign, string FirstDay, string LastDay, NumbersBody Numbers)
{
    public static CampaignBody Of(CampaignCounts counts) => new(
        counts.Name, DayRange.TextOf(counts.First), DayRange.TextOf(counts.Last), NumbersBody.Of(counts.Counts));
}
