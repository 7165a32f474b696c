using System.Text.Json.Nodes;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Messages;

[Collection(Gateway.Name)]
public sealed class SendMessageTests(Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_message_is_accepted_and_can_be_read_at_its_location()
    {
        var tenant = await gateway.NewTenant();
        var mail = Mails.Valid();
        mail["cc"] = "Bob <bob@example.net>";
        mail["bcc"] = new JsonArray(new JsonObject { ["email"] = "eve@EXAMPLE.net", ["name"] = "Eve" });
        mail["tags"] = new JsonArray("order");
        mail["metadata"] = new JsonObject { ["order"] = "7781" };

        var sent = await tenant.Http.Send(mail.ToJsonString()).Status(202);

        sent.Text("status").ShouldBe("accepted");
        sent.Text("created_at").ShouldBe("2030-01-01T12:00:00.000Z");
        var recipients = sent.Json.GetProperty("recipients").EnumerateArray().ToList();
        recipients.Select(r => r.GetProperty("email").GetString())
            .ShouldBe(["ann@example.net", "bob@example.net", "eve@example.net"]);
        recipients.ShouldAllBe(r => r.GetProperty("status").GetString() == "accepted");
        sent.Header("Location").ShouldBe("/v1/messages/" + sent.Text("id"));

        var read = await tenant.Http.Get(sent.Header("Location")!).Status(200);
        read.Text("id").ShouldBe(sent.Text("id"));
        read.Text("message_id").ShouldBe(sent.Text("message_id"));
        read.Text("from").ShouldBe("orders@shop.example");
        read.Json.GetProperty("tags")[0].GetString().ShouldBe("order");
        read.Json.GetProperty("metadata").GetProperty("order").GetString().ShouldBe("7781");
        read.Json.GetProperty("recipients").GetArrayLength().ShouldBe(3);

        var one = await tenant.Http.Get("/v1/messages/" + recipients[1].GetProperty("id").GetString()).Status(200);
        one.Text("email").ShouldBe("bob@example.net");
        one.Text("message").ShouldBe(sent.Text("id"));
        one.Json.GetProperty("events")[0].GetProperty("type").GetString().ShouldBe("message.accepted");
    }

    [Fact]
    public async Task the_account_may_be_left_out_where_there_is_one()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Send(Mails.Without("smtp_account")).Status(202);
    }

    [Fact]
    public async Task the_account_has_to_be_named_where_there_are_two()
    {
        var tenant = await gateway.NewTenant();
        await gateway.Operator.Post(
            $"/v1/admin/tenants/{tenant.Id}/smtp-accounts", """{"id":"acc_second","name":"Second","approved":true}""")
            .Status(201);
        var refused = await tenant.Http.Send(Mails.Without("smtp_account")).Problem(422, "unknown_account");
        refused.Places.ShouldBe(["missing /smtp_account"]);
    }

    [Fact]
    public async Task an_account_of_another_tenant_is_unknown()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Send(Mails.With("smtp_account", "acc_foreign")).Problem(422, "unknown_account");
    }

    [Fact]
    public async Task an_account_that_waits_for_approval_sends_nothing()
    {
        var tenant = await gateway.NewTenant();
        var accounts = $"/v1/admin/tenants/{tenant.Id}/smtp-accounts";
        await gateway.Operator.Post(accounts, """{"id":"acc_new","name":"New"}""").Status(201);
        await tenant.Http.Send(Mails.With("smtp_account", "acc_new")).Problem(403, "account_not_approved");
        await gateway.Operator.Post($"{accounts}/acc_new/approve").Status(204);
        await tenant.Http.Send(Mails.With("smtp_account", "acc_new")).Status(202);
    }

    [Fact]
    public async Task a_sender_that_is_not_verified_is_refused()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Hosted();
        await tenant.Http.Send(Mails.With("from", "boss@bank.example")).Problem(403, "sender_not_verified");
    }

    [Fact]
    public async Task a_dry_run_says_yes_and_stores_nothing()
    {
        var tenant = await gateway.NewTenant();
        var dry = await tenant.Http.Send(Mails.With("dry_run", true)).Status(200);
        dry.Json.GetProperty("dry_run").GetBoolean().ShouldBeTrue();
        dry.Json.TryGetProperty("id", out _).ShouldBeFalse();
        (await tenant.Http.Get("/v1/messages").Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
        (await tenant.Http.Get("/v1/events").Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task a_dry_run_finds_what_is_wrong()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Hosted();
        var mail = Mails.Valid();
        mail["from"] = "boss@bank.example";
        mail["dry_run"] = true;
        await tenant.Http.Send(mail.ToJsonString()).Problem(403, "sender_not_verified");
    }

    [Fact]
    public async Task a_message_can_be_scheduled_up_to_thirty_days_ahead()
    {
        var tenant = await gateway.NewTenant();
        var sent = await tenant.Http.Send(Mails.With("send_at", At(TimeSpan.FromDays(30)))).Status(202);
        sent.Text("status").ShouldBe("scheduled");
        var late = await tenant.Http.Send(Mails.With("send_at", At(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1))))
            .Problem(422, "invalid_field");
        late.Places.ShouldBe(["too_far_ahead /send_at"]);
    }

    [Fact]
    public async Task a_time_to_send_in_the_past_is_refused_but_for_a_minute_of_clocks_that_differ()
    {
        var tenant = await gateway.NewTenant();
        var now = await tenant.Http.Send(Mails.With("send_at", At(TimeSpan.FromSeconds(-60)))).Status(202);
        now.Text("status").ShouldBe("accepted");
        var past = await tenant.Http.Send(Mails.With("send_at", At(TimeSpan.FromSeconds(-61))))
            .Problem(422, "invalid_field");
        past.Places.ShouldBe(["in_the_past /send_at"]);
    }

    [Fact]
    public async Task all_faults_are_told_at_once()
    {
        var tenant = await gateway.NewTenant();
        var refused = await tenant.Http.Send(
            """{"smtp_account":7,"from":"nobody","to":["a@example.net",{"email":"b@"}],"colour":"red"}""")
            .Problem(422, "invalid_field");
        refused.Places.ShouldBe(
        [
            "wrong_type /smtp_account", "address_syntax /from", "address_syntax /to/1/email", "unknown_field /colour",
            "missing /subject", "missing /text",
        ]);
    }

    private string At(TimeSpan ahead) => (gateway.Time.GetUtcNow() + ahead).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
}
