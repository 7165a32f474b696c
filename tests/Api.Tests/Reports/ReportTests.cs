using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Actors.Api.Tests.Harness;
using Actors.Api.Tests.Messages;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Tenants;
using Actors.Mail.Replies;

namespace Actors.Api.Tests.Reports;

[Collection(Gateway.Name)]
public sealed class ReportTests(Gateway gateway)
{
    private static readonly AttemptOutcome Delivered = new AttemptOutcome.Delivered(Reply.Of(250, "2.0.0", "Ok"));
    private static readonly AttemptOutcome Unknown = new AttemptOutcome.Permanent(
        Reply.Of(550, "5.1.1", "User unknown"));
    private static readonly AttemptOutcome Full = new AttemptOutcome.Permanent(Reply.Of(552, "5.2.2", "Mailbox full"));

    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_report_has_each_number_each_category_and_rates_that_tell_their_denominator()
    {
        var tenant = await Mailed();

        var report = await tenant.Http.Get("/v1/reports?campaign=spring").Status(200);

        report.Text("campaign").ShouldBe("spring");
        var total = report.Json.GetProperty("total");
        Numbers(total, "accepted", "delivered", "deferred", "bounced", "hard_bounced", "soft_bounced", "expired",
                "suppressed", "cancelled", "complained", "unsubscribed", "late_bounced")
            .ShouldBe([4, 1, 0, 2, 1, 1, 0, 0, 0, 0, 0, 0]);
        var bounces = total.GetProperty("bounces").EnumerateArray().ToList();
        bounces.Count.ShouldBe(10);
        bounces.Single(one => one.GetProperty("category").GetString() == "mailbox_full").GetRawText()
            .ShouldBe("""{"category":"mailbox_full","hard":0,"soft":1}""");
        var rates = total.GetProperty("rates");
        rates.GetProperty("bounced").GetRawText().ShouldBe("""{"value":0.666667,"of":"ended","base":3}""");
        rates.GetProperty("complained").GetRawText().ShouldBe("""{"value":0,"of":"delivered","base":1}""");
        report.Json.GetProperty("held_now").GetInt64().ShouldBe(1);
        report.Json.TryGetProperty("groups", out _).ShouldBeFalse();
        (await Total(tenant, "")).ShouldBe(5);
        (await Total(tenant, "tag=vip")).ShouldBe(1);
        (await Total(tenant, "tag=vip&campaign=spring")).ShouldBe(1);
        (await Total(tenant, "stream=marketing")).ShouldBe(0);
        (await Total(tenant, "smtp_account=acc_shop")).ShouldBe(5);
        (await tenant.Http.Get("/v1/reports?campaign=none").Status(200)).Json.GetProperty("total").GetProperty("rates")
            .GetProperty("bounced").GetRawText().ShouldBe("""{"of":"ended","base":0}""");
    }

    [Fact]
    public async Task a_report_by_day_has_every_day_and_one_by_account_or_stream_those_with_mail()
    {
        var tenant = await Mailed();
        (await Groups(tenant, "group_by=day&from=2029-12-01&to=2030-01-09")).Count.ShouldBe(40);
        (await Groups(tenant, "group_by=day&from=2029-12-01&to=2029-12-02"))
            .ShouldBe([("2029-12-01", 0), ("2029-12-02", 0)]);
        var today = gateway.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (await Groups(tenant, "group_by=day"))[^1].ShouldBe((today, 5));
        (await Groups(tenant, "group_by=smtp_account")).ShouldBe([("acc_shop", 5)]);
        (await Groups(tenant, "group_by=stream")).ShouldBe([("transactional", 5)]);
    }

    [Fact]
    public async Task campaigns_are_listed_with_their_totals_searched_and_paged()
    {
        var tenant = await Mailed();
        await tenant.Http.Send(Named("z@example.net", "Žluťoučký " + new string('ů', 110))).Status(202);
        var first = await tenant.Http.Get("/v1/campaigns?limit=1").Status(200);
        var spring = first.Json.GetProperty("data")[0];
        spring.GetProperty("campaign").GetString().ShouldBe("spring");
        Numbers(spring.GetProperty("numbers"), "accepted", "bounced").ShouldBe([4, 2]);
        var second = await tenant.Http.Get("/v1/campaigns?limit=1&after=" + first.Text("next")).Status(200);
        var name = second.Json.GetProperty("data")[0].GetProperty("campaign").GetString()!;
        name.ShouldStartWith("Žlu");
        second.Json.GetProperty("has_more").GetBoolean().ShouldBeFalse();
        (await Names(tenant, "search=SPR")).ShouldBe(["spring"]);
        (await Names(tenant, "from=2020-01-01&to=2020-01-31")).ShouldBeEmpty();
        (await Names(tenant, "smtp_account=acc_other")).ShouldBeEmpty();
        (await Names(await gateway.NewTenant(), "")).ShouldBeEmpty();
    }

    [Fact]
    public async Task behind_a_number_stand_its_addresses()
    {
        var tenant = await Mailed();
        (await Behind(tenant, "number=bounced")).ShouldBe(["b@example.net", "c@example.net"]);
        (await Behind(tenant, "number=bounced&category=mailbox_full")).ShouldBe(["c@example.net"]);
        (await Behind(tenant, "number=bounced&hardness=hard&campaign=spring")).ShouldBe(["b@example.net"]);
        (await Behind(tenant, "number=hard_bounced")).ShouldBe(["b@example.net"]);
        (await Behind(tenant, "number=soft_bounced")).ShouldBe(["c@example.net"]);
        (await Behind(tenant, "")).Count.ShouldBe(5);
        (await Behind(tenant, "number=delivered&tag=vip")).ShouldBe(["a@example.net"]);
        (await Behind(tenant, "number=held_now&campaign=spring")).ShouldBe(["d@held.test"]);
        (await Behind(tenant, "number=accepted&stream=marketing")).ShouldBeEmpty();
        (await Behind(await gateway.NewTenant(), "number=bounced")).ShouldBeEmpty();
        var page = await tenant.Http.Get("/v1/reports/recipients?number=accepted&limit=3").Status(200);
        var rest = await tenant.Http.Get(
            "/v1/reports/recipients?number=accepted&limit=3&after=" + page.Text("next")).Status(200);
        Emails(page).Concat(Emails(rest)).Order()
            .ShouldBe(["a@example.net", "b@example.net", "c@example.net", "d@held.test", "e@example.net"]);
        var one = (await tenant.Http.Get("/v1/reports/recipients?number=bounced&category=mailbox_full").Status(200))
            .Json.GetProperty("data")[0];
        one.GetProperty("status").GetString().ShouldBe("bounced");
        one.GetProperty("data").GetProperty("category").GetString().ShouldBe("mailbox_full");
    }

    [Theory]
    [InlineData("/v1/reports?from=yesterday", "invalid_day from")]
    [InlineData("/v1/reports?from=2029-01-01&to=2030-01-02", "out_of_range from")]
    [InlineData("/v1/reports?stream=both", "unknown_value stream")]
    [InlineData("/v1/reports?group_by=tag", "unknown_value group_by")]
    [InlineData("/v1/reports?smtp_account=acc_other", "unknown_account smtp_account")]
    [InlineData("/v1/campaigns?after=!", "invalid_cursor after")]
    [InlineData("/v1/reports/recipients?number=opened", "unknown_value number")]
    [InlineData("/v1/reports/recipients?number=hard_bounced&hardness=soft", "not_allowed hardness")]
    [InlineData("/v1/reports/recipients?number=bounced&category=gone", "unknown_value category")]
    [InlineData("/v1/reports/recipients?number=bounced&hardness=firm", "unknown_value hardness")]
    [InlineData("/v1/reports/recipients?number=bounced&after=AAAA", "invalid_cursor after")]
    public async Task a_wrong_parameter_is_refused(string path, string place) =>
        (await (await gateway.NewTenant()).Http.Get(path).Problem(400, "invalid_parameter")).Places.ShouldBe([place]);

    [Fact]
    public async Task each_number_of_a_report_has_the_addresses_behind_it_by_its_name()
    {
        var tenant = await Mailed();
        var report = await tenant.Http.Get("/v1/reports").Status(200);
        var numbers = report.Json.GetProperty("total").EnumerateObject().Append(
            report.Json.EnumerateObject().Single(one => one.NameEquals("held_now")));
        foreach (var number in numbers.Where(one => one.Value.ValueKind == JsonValueKind.Number))
            (await Behind(tenant, $"number={number.Name}")).Count.ShouldBe(number.Value.GetInt32(), number.Name);
        (await tenant.Http.Get("/v1/reports/recipients?number=opened").Problem(400, "invalid_parameter"))
            .Text("detail").ShouldContain("hard_bounced, held_now");
    }

    [Fact]
    public async Task an_analyst_reads_numbers_and_no_addresses()
    {
        var tenant = await gateway.NewTenant();
        await gateway.Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"pro"}""").Status(200);
        await TestUser.Join(gateway, tenant);
        var analyst = await TestUser.Join(gateway, tenant, "analyst");
        await analyst.Browser.Get("/v1/reports").Status(200);
        await analyst.Browser.Get("/v1/campaigns").Status(200);
        await analyst.Browser.Get("/v1/reports/recipients?number=bounced").Problem(403, "not_allowed");
        await analyst.Browser.Get("/v1/billing/2030-01").Problem(403, "not_allowed");
    }

    [Fact]
    public async Task a_key_for_one_account_sees_the_numbers_of_that_one()
    {
        var tenant = await Mailed();
        var other = AccountId.Parse("acc_other");
        var grant = ApiKeyGrant.Everything with { Accounts = [other] };
        var issued = (await gateway.Grains.GetGrain<ITenantGrain>(tenant.Id.Value).IssueApiKey("test", grant))!;
        var key = gateway.Client(issued.Secret);
        await key.Get("/v1/reports?smtp_account=acc_shop").Problem(400, "invalid_parameter");
        (await key.Get("/v1/campaigns").Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    /// <summary>Five messages, four of them of the campaign spring: delivered, bounced hard and soft, held.</summary>
    private async Task<TestTenant> Mailed()
    {
        var tenant = await gateway.NewTenant();
        await Sent(tenant, Named("a@example.net", "spring", "vip"), Delivered);
        await Sent(tenant, Named("b@example.net", "spring"), Unknown);
        await Sent(tenant, Named("c@example.net", "spring"), Full);
        await Sent(tenant, Mails.To("e@example.net"), Delivered);
        await tenant.Http.Send(Named("d@held.test", "spring")).Status(202);
        await tenant.UntilEvent("message.held");
        return tenant;
    }

    private async Task Sent(TestTenant tenant, string mail, AttemptOutcome outcome)
    {
        var sent = await tenant.Http.Send(mail).Status(202);
        await gateway.Wire.End(CommandTests.KeyOf(tenant, sent), outcome);
    }

    private static string Named(string recipient, string campaign, params string[] tags)
    {
        var mail = Mails.Valid();
        mail["to"] = recipient;
        mail["campaign"] = campaign;
        if (tags.Length > 0)
            mail["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]);
        return mail.ToJsonString();
    }

    private static async Task<long> Total(TestTenant tenant, string query) =>
        (await tenant.Http.Get("/v1/reports?" + query).Status(200)).Json.GetProperty("total").GetProperty("accepted")
            .GetInt64();

    private static async Task<List<(string?, long)>> Groups(TestTenant tenant, string query) =>
    [
        .. (await tenant.Http.Get("/v1/reports?" + query).Status(200)).Json.GetProperty("groups").EnumerateArray()
            .Select(group => (
                group.GetProperty("group").GetString(),
                group.GetProperty("numbers").GetProperty("accepted").GetInt64())),
    ];

    private static async Task<List<string?>> Names(TestTenant tenant, string query) =>
    [
        .. (await tenant.Http.Get("/v1/campaigns?" + query).Status(200)).Json.GetProperty("data").EnumerateArray()
            .Select(one => one.GetProperty("campaign").GetString()),
    ];

    private static async Task<List<string?>> Behind(TestTenant tenant, string query) =>
        [.. Emails(await tenant.Http.Get("/v1/reports/recipients?" + query).Status(200)).Order()];

    private static IEnumerable<string?> Emails(Answer page) => page.Json.GetProperty("data").EnumerateArray()
        .Select(one => one.GetProperty("email").GetString());

    private static List<long> Numbers(JsonElement numbers, params string[] names) =>
        [.. names.Select(name => numbers.GetProperty(name).GetInt64())];
}
