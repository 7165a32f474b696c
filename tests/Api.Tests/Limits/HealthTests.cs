using System.Text.Json;
using Actors.Api.Tests.Harness;
using Actors.Api.Tests.Messages;
using Actors.Grains.Messages;
using Actors.Grains.Thresholds;
using Actors.Mail.Replies;

namespace Actors.Api.Tests.Limits;

/// <summary>Rates, blocks and liftings over HTTP, with a plan that judges from 10 messages on.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private const string Path = "/v1/smtp-accounts/acc_shop/health";
    private static readonly AttemptOutcome Ok = new AttemptOutcome.Delivered(Reply.Of(250, "2.0.0", "Ok"));
    private static readonly AttemptOutcome Unknown =
        new AttemptOutcome.Permanent(Reply.Of(550, "5.1.1", "User unknown"));

    private TestGateway gateway = null!; // made before each test

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start();
        await gateway.Operator.Put(
            "/v1/admin/plans/startup",
            """
            {"price": 0, "log_retention_days": 1, "domains_max": 1, "users_max": 1, "roles": false,
             "blacklist_file": false, "thresholds": {"messages_min": 10, "hard_bounce_block": 2000}}
            """).Status(200);
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task rates_rise_to_a_block_that_the_operator_lifts_with_a_note()
    {
        var tenant = await gateway.NewTenant();
        await Send(tenant, good: 9, bad: 1);
        var warned = await tenant.Http.Get(Path).Status(200);
        warned.Text("level").ShouldBe("warning");
        warned.Json.GetProperty("windows")[0].GetRawText().ShouldBe(
            """{"hours":24,"finished":10,"hard_bounces":1,"hard_bounce_rate":0.1,"complaints":0,"""
            + "\"complaint_rate\":0,\"level\":\"warning\"}");
        warned.Json.GetProperty("thresholds").GetRawText().ShouldBe(
            """{"messages_min":10,"complaint_warning":10,"complaint_block":30,"hard_bounce_warning":500,"""
            + "\"hard_bounce_block\":2000}");

        await Send(tenant, good: 0, bad: 4);

        (await tenant.Http.Get(Path).Status(200)).Text("level").ShouldBe("blocked");
        var account = await tenant.Http.Get("/v1/smtp-accounts/acc_shop").Status(200);
        account.Text("status").ShouldBe("blocked");
        account.Json.GetProperty("blocks")[0].GetProperty("cause").GetString().ShouldBe("account");
        var listed = (await Blocked()).ShouldHaveSingleItem();
        listed.GetProperty("tenant").GetString().ShouldBe(tenant.Id.Value);
        listed.GetProperty("blocks")[0].GetProperty("reason").GetString()!.ShouldContain("bounced hard");

        (await Lift(tenant, "/smtp-accounts/acc_shop").Status(200)).Text("level").ShouldBe("none");

        await Lift(tenant, "/smtp-accounts/acc_shop").Problem(409, "conflict");
        (await Blocked()).ShouldBeEmpty();
        (await tenant.Http.Get("/v1/smtp-accounts/acc_shop").Status(200)).Text("status").ShouldBe("active");
        var seen = await gateway.Operator.Get($"/v1/admin/tenants/{tenant.Id}/health").Status(200);
        seen.Json.GetProperty("smtp_accounts")[0].GetProperty("lifts")[0].GetProperty("note").GetString()
            .ShouldBe("Agreed.");
    }

    [Fact]
    public async Task what_is_blocked_with_all_of_a_tenants_accounts_is_lifted_with_them()
    {
        var tenant = await gateway.NewTenant();
        await gateway.Operator.Post(
            $"/v1/admin/tenants/{tenant.Id}/smtp-accounts", """{"id":"acc_news","name":"News","approved":true}""")
            .Status(201);
        await Send(tenant, good: 5, bad: 1);
        await Send(tenant, good: 3, bad: 0, account: "acc_news");
        (await Blocked()).ShouldBeEmpty();
        await Send(tenant, good: 0, bad: 2, account: "acc_news");

        (await Blocked()).Select(one => one.GetProperty("smtp_account").GetString()).ShouldBe(["acc_news", "acc_shop"]);
        await Lift(tenant, "/smtp-accounts/acc_news").Problem(409, "conflict");
        await Lift(tenant, "").Status(200);
        (await Blocked()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{}""", "missing /note")]
    [InlineData("""{"note":""}""", "empty /note")]
    [InlineData("""{"note":"x","by":"me"}""", "unknown_field /by")]
    public async Task a_lift_needs_a_note(string body, string place)
    {
        var tenant = await gateway.NewTenant();
        (await gateway.Operator.Post($"/v1/admin/tenants/{tenant.Id}/lift", body).Problem(422, "invalid_field"))
            .Places.ShouldContain(place);
    }

    [Theory]
    [InlineData("""{"messages_min": 0}""", "out_of_range /thresholds/messages_min")]
    [InlineData("""{"complaint_block": 10001}""", "out_of_range /thresholds/complaint_block")]
    [InlineData("""{"bounces": 1}""", "unknown_field /thresholds/bounces")]
    public async Task thresholds_that_cannot_be_are_refused(string thresholds, string place)
    {
        var body = $$"""
            {"price": 0, "log_retention_days": 1, "roles": false, "blacklist_file": false,
             "thresholds": {{thresholds}}}
            """;
        (await gateway.Operator.Put("/v1/admin/plans/startup", body).Problem(422, "invalid_field"))
            .Places.ShouldContain(place);
    }

    private Task<Answer> Lift(TestTenant tenant, string what) =>
        gateway.Operator.Post($"/v1/admin/tenants/{tenant.Id}{what}/lift", """{"note":"Agreed."}""");

    private async Task<JsonElement[]> Blocked() =>
        [.. (await gateway.Operator.Get("/v1/admin/blocked-accounts").Status(200)).Json.GetProperty("data")
            .EnumerateArray()];

    private async Task Send(TestTenant tenant, int good, int bad, string account = "acc_shop")
    {
        for (var i = 0; i < good + bad; i++)
        {
            var mail = Mails.Valid();
            mail["smtp_account"] = account;
            var sent = await tenant.Http.Send(mail.ToJsonString()).Status(202);
            await gateway.Wire.End(CommandTests.KeyOf(tenant, sent), i < good ? Ok : Unknown);
        }

        await gateway.Grains.GetGrain<IThresholdGrain>(tenant.Id.Value).Look();
    }
}
