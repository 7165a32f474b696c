using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Queries;
using Actors.Grains.Statistics;

namespace Actors.Storage.Tests.Simulation;

/// <summary>What was counted beside what the log says happened.</summary>
internal sealed class CrashCounts(Store store, TenantId tenant)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Samples.Noon.UtcDateTime);
    private static readonly ReportFilter All = new(null, null, null, null, Today, Today.AddDays(1));

    public static string[] Campaigns { get; } = ["autumn", "spring"];

    /// <summary>A message that is counted under something, and billed somehow.</summary>
    public static MessageState Named(MessageState message, Random chance)
    {
        var own = chance.Next(3) == 0;
        return message with
        {
            Campaign = chance.Next(3) is var one and < 2 ? Campaigns[one] : null,
            Tags = chance.Next(2) == 0 ? ["vip"] : [],
            ByOwnServer = own,
            Charged = !own && chance.Next(4) > 0,
        };
    }

    /// <param name="log">The tenant's whole log.</param>
    /// <param name="messages">All messages that may be there.</param>
    public async Task Check(IReadOnlyList<EventView> log, IReadOnlyDictionary<MessageId, MessageState> messages)
    {
        await Check(All, log);
        foreach (var campaign in Campaigns)
            await Check(
                All with { Campaign = campaign }, [.. log.Where(e => messages[e.Message].Campaign == campaign)]);
        var tagged = log.Where(e => messages[e.Message].Tags.Contains("vip")).ToList();
        await Check(All with { Tag = "vip" }, tagged);
        await Check(
            All with { Tag = "vip", Campaign = "spring" },
            [.. tagged.Where(e => messages[e.Message].Campaign == "spring")]);

        var accepted = log.Where(e => e.Type == "message.accepted").Select(e => messages[e.Message]).ToList();
        var billed = (await store.Counters.Billing(tenant, Today, Today)).Messages;
        (billed.Sum(day => day.Accepted), billed.Sum(day => day.Charged), billed.Sum(day => day.ByOwnServer)).ShouldBe(
            (accepted.Count, accepted.Count(message => message.Charged), accepted.Count(m => m.ByOwnServer)));
    }

    private async Task Check(ReportFilter filter, IReadOnlyList<EventView> log) =>
        (await store.Counters.Report(tenant, filter, ReportGrouping.Total))!.Groups
            .GroupBy(group => group.Event).Select(group => (group.Key, group.Sum(one => one.Count))).Order()
            .ShouldBe(log.GroupBy(e => e.Type).Select(group => (group.Key, (long)group.Count())).Order());
}
