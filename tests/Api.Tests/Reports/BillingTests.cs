using System.Globalization;
using Actors.Api.Tests.Harness;
using Actors.Api.Tests.Messages;
using Actors.Grains.Messages;
using Actors.Mail.Replies;

namespace Actors.Api.Tests.Reports;

[Collection(Gateway.Name)]
public sealed class BillingTests(Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    private string Month => gateway.Time.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);

    [Fact]
    public async Task a_month_has_messages_by_account_each_day_so_far_and_peaks_and_the_operator_sees_the_same()
    {
        var tenant = await gateway.NewTenant();
        foreach (var recipient in new[] { "a@example.net", "b@example.net" })
        {
            var sent = await tenant.Http.Send(Mails.To(recipient)).Status(202);
            await gateway.Wire.End(
                CommandTests.KeyOf(tenant, sent), new AttemptOutcome.Delivered(Reply.Of(250, "2.0.0", "Ok")));
        }

        var figures = await tenant.Http.Get("/v1/billing/" + Month).Status(200);

        var now = gateway.Time.GetUtcNow();
        (figures.Text("month"), figures.Json.GetProperty("accepted").GetInt64()).ShouldBe((Month, 2));
        figures.Json.GetProperty("smtp_accounts").GetRawText()
            .ShouldBe("""[{"smtp_account":"acc_shop","accepted":2,"charged":2,"by_own_server":0}]""");
        figures.Json.GetProperty("messages_peak").GetRawText()
            .ShouldBe($$"""{"day":"{{now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}}","count":2}""");
        figures.Json.TryGetProperty("active_contacts_peak", out _).ShouldBeFalse();
        figures.Json.GetProperty("days").GetArrayLength().ShouldBe(now.Day);
        (await gateway.Operator.Get($"/v1/admin/tenants/{tenant.Id}/billing/{Month}").Status(200)).Json.GetRawText()
            .ShouldBe(figures.Json.GetRawText());
    }

    [Fact]
    public async Task a_month_before_is_whole_and_one_of_the_future_is_not_found()
    {
        var tenant = await gateway.NewTenant();
        (await tenant.Http.Get("/v1/billing/2029-02").Status(200)).Json.GetProperty("days").GetArrayLength()
            .ShouldBe(28);
        await tenant.Http.Get("/v1/billing/9999-12").Problem(404, "not_found");
        await tenant.Http.Get("/v1/billing/2030-13").Problem(404, "not_found");
        await gateway.Operator.Get($"/v1/admin/tenants/nobody/billing/{Month}").Problem(404, "not_found");
    }
}
