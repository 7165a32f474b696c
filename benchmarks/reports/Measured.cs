using System.Diagnostics;
using Actors.Grains.Ports;
using Actors.Grains.Statistics;

namespace Actors.Benchmarks.Reports;

/// <summary>Asks a question over and over, and tells the median time.</summary>
internal sealed class Measured(ICounterReader counters)
{
    private const int WarmUp = 3;
    private const int Rounds = 51;

    public Task Report(string what, ReportFilter filter, ReportGrouping grouping) => Median(what, async () =>
        (await counters.Report(Counted.Tenant, filter, grouping))!.Groups
            .Where(group => group.Event == "message.accepted").Sum(group => group.Count));

    public Task Campaigns(string what, CampaignSearch search) => Median(what, async () =>
        (await counters.Campaigns(Counted.Tenant, search)).Campaigns.SelectMany(campaign => campaign.Counts)
            .Where(count => count.Event == "message.accepted").Sum(count => count.Count));

    public Task Billing(string what) => Median(what, async () =>
        (await counters.Billing(Counted.Tenant, Counted.First, Counted.First.AddDays(Counted.Days - 1))).Messages
            .Sum(day => day.Accepted));

    /// <param name="ask">Gives back how many messages the answer is about.</param>
    private static async Task Median(string what, Func<Task<long>> ask)
    {
        var times = new double[Rounds];
        var messages = 0L;
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            messages = await ask();
            if (round >= 0)
                times[round] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        Array.Sort(times);
        Console.WriteLine(
            $"{what,-26} {messages,10:N0} messages: median {times[Rounds / 2],7:0.00} ms, "
            + $"slowest {times[^1],7:0.00} ms");
    }
}
