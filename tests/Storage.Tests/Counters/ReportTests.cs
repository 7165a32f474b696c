using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Statistics;
using Actors.Storage.Databases;
using Actors.Storage.Sqlite;

namespace Actors.Storage.Tests.Counters;

public sealed class ReportTests : IDisposable
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Samples.Noon.UtcDateTime);
    private static readonly ReportFilter All = new(null, null, null, null, Today, Today);
    private static readonly AccountId News = AccountId.Parse("acc_news");

    private readonly TestStore test = new();

    public void Dispose() => test.Dispose();

    [Fact]
    public async Task each_filter_counts_what_it_names_and_filters_are_joined()
    {
        await Sent();
        (await Accepted(All)).ShouldBe(6);
        (await Accepted(All with { Campaign = "spring" })).ShouldBe(3);
        (await Accepted(All with { Campaign = "autumn" })).ShouldBe(1);
        (await Accepted(All with { Tag = "vip" })).ShouldBe(3);
        (await Accepted(All with { Tag = "new" })).ShouldBe(1);
        (await Accepted(All with { Campaign = "spring", Tag = "vip" })).ShouldBe(1);
        (await Accepted(All with { Account = News })).ShouldBe(1);
        (await Accepted(All with { Account = News, Tag = "vip" })).ShouldBe(1);
        (await Accepted(All with { Account = News, Campaign = "spring" })).ShouldBe(0);
        (await Accepted(All with { Stream = MailStream.Marketing })).ShouldBe(1);
        (await Accepted(All with { Campaign = "Spring" })).ShouldBe(0);
        (await Accepted(All with { First = Today.AddDays(1), Last = Today.AddDays(1) })).ShouldBe(0);
    }

    [Fact]
    public async Task groups_add_up_to_the_total()
    {
        await Sent();
        foreach (var grouping in Enum.GetValues<ReportGrouping>())
            (await Report(All, grouping)).Groups.Sum(group => group.Count).ShouldBe(6);
        (await Report(All, ReportGrouping.Day)).Groups.Select(group => group.Group).Distinct()
            .ShouldBe(["2030-01-01"]);
        (await Report(All, ReportGrouping.Account)).Groups.Select(group => group.Group)
            .ShouldBe(["acc_default", "acc_news"]);
        (await Report(All with { Tag = "vip" }, ReportGrouping.Stream)).Groups
            .Select(group => (group.Group, group.Count)).ShouldBe([("marketing", 1), ("transactional", 2)]);
    }

    [Fact]
    public async Task a_message_with_a_campaign_and_tags_counts_in_a_row_for_each_and_not_for_each_pair()
    {
        await Commit(Samples.Message() with { Campaign = "spring", Tags = ["a", "b", "c"] });
        Number("SELECT count(*) FROM counters").ShouldBe(5);
        await Commit(Samples.Message());
        Number("SELECT count(*) FROM counters").ShouldBe(5);
    }

    [Fact]
    public async Task what_is_held_now_is_told_for_each_name_and_whatever_the_days()
    {
        var record = Samples.Record(
            Samples.Demo, Samples.Message() with { Campaign = "spring", Tags = ["vip"] }, Samples.Message());
        await test.Store.Submissions.Commit(record);
        await test.Change(record.Key(0), Hold);
        await test.Change(record.Key(1), Hold);
        (await Report(All)).Held.ShouldBe(2);
        (await Report(All with { Campaign = "spring", Last = Today.AddDays(9), First = Today.AddDays(9) })).Held
            .ShouldBe(1);
        (await Report(All with { Tag = "vip" })).Held.ShouldBe(1);
        (await Report(All with { Tag = "vip", Stream = MailStream.Marketing })).Held.ShouldBe(0);
        await test.Change(record.Key(0), state => MessageFold.Apply(
            state, [new MessageEvent.Cancelled(Dropped: true) { At = Samples.Noon }]));
        (await Report(All with { Tag = "vip" })).Held.ShouldBe(0);
        (await Report(All)).Held.ShouldBe(1);
    }

    [Fact]
    public async Task campaigns_come_in_the_order_of_their_names_with_pages_search_and_totals()
    {
        await Sent();
        (await Campaigns(new CampaignSearch(null, null, Today, Today, null, 10)))
            .ShouldBe([("autumn", 1), ("spring", 3)]);
        (await Campaigns(new CampaignSearch("PRIN", null, Today, Today, null, 10))).ShouldBe([("spring", 3)]);
        (await Campaigns(new CampaignSearch(null, News, Today, Today, null, 10))).ShouldBe([("autumn", 1)]);
        (await Campaigns(new CampaignSearch(null, null, Today.AddDays(1), Today.AddDays(1), null, 10)))
            .ShouldBeEmpty();
        var first = await test.Store.Counters.Campaigns(
            Samples.Demo, new CampaignSearch(null, null, DateOnly.MinValue, DateOnly.MaxValue, null, 1));
        first.Next.ShouldBe("autumn");
        (first.Campaigns[0].First, first.Campaigns[0].Last).ShouldBe((Today, Today));
        var second = await test.Store.Counters.Campaigns(
            Samples.Demo, new CampaignSearch(null, null, Today, Today, first.Next, 1));
        (second.Campaigns.Single().Name, second.Next).ShouldBe(("spring", null));
    }

    [Fact]
    public async Task a_page_of_campaigns_looks_at_some_names_and_goes_on_behind_them()
    {
        await Commit(Samples.Message());
        Insert(StatisticsLimits.NamesAPageMax + 1, tag: "");
        var search = new CampaignSearch("2001", null, Today, Today, null, 10);
        var first = await test.Store.Counters.Campaigns(Samples.Demo, search);
        (first.Campaigns.Length, first.Next).ShouldBe((0, "c002000"));
        var second = await test.Store.Counters.Campaigns(Samples.Demo, search with { After = first.Next });
        (second.Campaigns.Single().Name, second.Next).ShouldBe(("c002001", null));
    }

    [Fact]
    public async Task a_tag_of_more_campaigns_than_are_added_up_has_no_report_but_with_one_of_them()
    {
        await Commit(Samples.Message());
        Insert(StatisticsLimits.CampaignsOfTagMax, tag: "vip");
        (await Accepted(All with { Tag = "vip" })).ShouldBe(StatisticsLimits.CampaignsOfTagMax);
        await Commit(Samples.Message() with { Campaign = "one more", Tags = ["vip"] });
        (await test.Store.Counters.Report(Samples.Demo, All with { Tag = "vip" }, ReportGrouping.Total)).ShouldBeNull();
        (await Accepted(All with { Tag = "vip", Campaign = "one more" })).ShouldBe(1);
    }

    [Fact]
    public async Task nobody_sees_numbers_or_campaigns_of_another_tenant()
    {
        await Sent();
        await test.Store.Submissions.Commit(Samples.Record(Samples.Other));
        foreach (var tenant in new[] { Samples.Other, TenantId.Parse("nobody") })
        {
            var filter = All with { Campaign = "spring" };
            (await test.Store.Counters.Report(tenant, filter, ReportGrouping.Total))!.Groups.ShouldBeEmpty();
            (await test.Store.Counters.Report(tenant, All with { Tag = "vip" }, ReportGrouping.Total))!.Groups
                .ShouldBeEmpty();
            (await test.Store.Counters.Campaigns(
                tenant, new CampaignSearch(null, null, Today, Today, null, 10))).Campaigns.ShouldBeEmpty();
        }
    }

    private static MessageState Hold(MessageState state) => MessageFold.Apply(
        state, [new MessageEvent.Held(HoldReason.AccountOff, null, null) { At = Samples.Noon }]);

    /// <summary>Six messages: three of spring, one of autumn.</summary>
    private async Task Sent()
    {
        await Commit(
            Samples.Message("a@example.org") with { Campaign = "spring", Tags = ["vip"] },
            Samples.Message("b@example.org") with { Campaign = "spring", Tags = ["new"] },
            Samples.Message("c@example.org") with { Campaign = "spring" },
            Samples.Message("d@example.org") with
            {
                Campaign = "autumn",
                Tags = ["vip"],
                Account = News,
                Stream = MailStream.Marketing,
            },
            Samples.Message("e@example.org") with { Tags = ["vip"] },
            Samples.Message("f@example.org"));
    }

    private Task<bool> Commit(params MessageState[] messages) =>
        test.Store.Submissions.Commit(Samples.Record(Samples.Demo, messages));

    private async Task<ReportCounts> Report(ReportFilter filter, ReportGrouping grouping = ReportGrouping.Total) =>
        (await test.Store.Counters.Report(Samples.Demo, filter, grouping)).ShouldNotBeNull();

    private async Task<long> Accepted(ReportFilter filter) =>
        (await Report(filter)).Groups.Where(group => group.Event == "message.accepted").Sum(group => group.Count);

    private async Task<List<(string, long)>> Campaigns(CampaignSearch search) =>
    [
        .. (await test.Store.Counters.Campaigns(Samples.Demo, search)).Campaigns
            .Select(campaign => (campaign.Name, campaign.Counts.Sum(count => count.Count))),
    ];

    /// <summary>Counters of that many campaigns, as commits would have left them.</summary>
    private void Insert(int campaigns, string tag)
    {
        using var connection = new SqliteConnection(test.Database);
        connection.Run($"""
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {campaigns})
            INSERT INTO counters (tenant, tag, campaign, day, account, stream, kind, category, hard, count)
            SELECT 1, '{tag}', format('c%06d', n), {Today.DayNumber - new DateOnly(1970, 1, 1).DayNumber},
                'acc_default', 0, 1, '', 0, 1 FROM numbers
            """);
    }

    private long Number(string sql)
    {
        using var connection = new SqliteConnection(test.Database);
        using var row = connection.Prepare(new Sql(sql));
        row.Step();
        return row.Number(0);
    }
}
