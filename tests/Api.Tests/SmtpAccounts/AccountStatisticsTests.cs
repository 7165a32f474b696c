using System.Globalization;
using Actors.Api.Tests.Harness;
using Actors.Api.Tests.Messages;
using Actors.Grains.Messages;
using Actors.Mail.Replies;

namespace Actors.Api.Tests.SmtpAccounts;

[Collection(Gateway.Name)]
public sealed class AccountStatisticsTests(Gateway gateway)
{
    private const string Path = "/v1/smtp-accounts/acc_shop/statistics";

    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task what_became_of_an_accounts_mail_is_counted_by_day_and_in_total()
    {
        var tenant = await gateway.NewTenant();
        await Sent(tenant, "a@example.net", new AttemptOutcome.Delivered(Reply.Of(250, "2.0.0", "Ok")));
        await Sent(tenant, "b@example.net", new AttemptOutcome.Permanent(Reply.Of(550, "5.1.1", "User unknown")));
        await Sent(tenant, "c@example.net", new AttemptOutcome.Transient(Reply.Of(452, "4.2.2", "Full"), null));
        await tenant.Http.Send(Mails.To("d@held.test")).Status(202);
        await tenant.UntilEvent("message.held");
        var today = gateway.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var all = await tenant.Http.Get(Path).Status(200);

        (all.Text("smtp_account"), all.Text("to"), all.Json.GetProperty("held_now").GetInt64())
            .ShouldBe(("acc_shop", today, 1));
        all.Json.GetProperty("total").GetRawText().ShouldBe("""
            {"accepted":4,"delivered":1,"deferred":1,"bounced":1,"bounces":[{"category":"invalid_recipient","hard":true,"count":1}],"expired":0,"suppressed":0,"cancelled":0}
            """.Trim());
        var days = all.Json.GetProperty("days").EnumerateArray().ToList();
        days.Count.ShouldBe(30);
        days[^1].GetProperty("counts").GetRawText().ShouldBe(all.Json.GetProperty("total").GetRawText());
        days[0].GetProperty("counts").GetProperty("accepted").GetInt64().ShouldBe(0);
        (await tenant.Http.Get($"{Path}?from=2020-01-01&to=2020-01-02").Status(200)).Json.GetProperty("days")
            .GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("from=yesterday", "invalid_day from")]
    [InlineData("to=2030-02-30", "invalid_day to")]
    [InlineData("from=2030-01-02&to=2030-01-01", "out_of_range from")]
    [InlineData("from=2029-01-01&to=2030-01-02", "out_of_range from")]
    [InlineData("day=2030-01-01", "unknown_parameter day")]
    public async Task days_that_are_none_or_too_many_are_refused(string query, string place) =>
        (await (await gateway.NewTenant()).Http.Get($"{Path}?{query}").Problem(400, "invalid_parameter")).Places
            .ShouldBe([place]);

    [Theory]
    [InlineData("from=2028-01-01&to=2028-12-31", 366)]
    [InlineData("to=0001-01-05", 5)]
    [InlineData("from=9999-12-30&to=9999-12-31", 2)]
    public async Task days_at_the_ends_of_what_there_may_be_are_answered(string query, int days) =>
        (await (await gateway.NewTenant()).Http.Get($"{Path}?{query}").Status(200)).Json.GetProperty("days")
            .GetArrayLength().ShouldBe(days);

    [Fact]
    public async Task an_analyst_reads_statistics_and_no_settings()
    {
        var tenant = await gateway.NewTenant();
        await gateway.Operator.Put($"/v1/admin/tenants/{tenant.Id}/plan", """{"plan":"pro"}""").Status(200);
        await TestUser.Join(gateway, tenant);
        var analyst = await TestUser.Join(gateway, tenant, "analyst");
        await analyst.Browser.Get(Path).Status(200);
        await analyst.Browser.Get("/v1/smtp-accounts/acc_shop").Problem(403, "not_allowed");
        await tenant.Http.Get("/v1/smtp-accounts/acc_other/statistics").Problem(404, "not_found");
    }

    private async Task Sent(TestTenant tenant, string recipient, AttemptOutcome outcome)
    {
        var sent = await tenant.Http.Send(Mails.To(recipient)).Status(202);
        var key = CommandTests.KeyOf(tenant, sent);
        await gateway.Wire.End(key, outcome);
    }
}
