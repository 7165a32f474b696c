using Actors.Api.Tests.Harness;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Mail.Replies;

namespace Actors.Api.Tests.Messages;

[Collection(Gateway.Name)]
public sealed class CommandTests(Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_scheduled_message_is_cancelled_once_and_for_all_recipients()
    {
        var tenant = await gateway.NewTenant();
        var sent = await tenant.Http.Send(Scheduled("a@example.net", "b@example.net")).Status(202);
        var cancelled = await tenant.Http.Post($"/v1/messages/{sent.Text("id")}/cancel").Status(200);
        Results(cancelled).ShouldBe(["done", "done"]);
        var read = await tenant.Http.Get($"/v1/messages/{sent.Text("id")}").Status(200);
        read.Json.GetProperty("recipients").EnumerateArray().Select(one => one.GetProperty("status").GetString())
            .ShouldBe(["cancelled", "cancelled"]);
        await tenant.Http.Post($"/v1/messages/{sent.Text("id")}/cancel").Problem(409, "message_ended");
    }

    [Fact]
    public async Task one_recipient_can_be_cancelled_alone()
    {
        var tenant = await gateway.NewTenant();
        var sent = await tenant.Http.Send(Scheduled("a@example.net", "b@example.net")).Status(202);
        var first = RecipientOf(sent, 0);
        Results(await tenant.Http.Post($"/v1/messages/{first}/cancel").Status(200)).ShouldBe(["done"]);
        await tenant.Http.Post($"/v1/messages/{first}/cancel").Problem(409, "message_ended");
        Results(await tenant.Http.Post($"/v1/messages/{sent.Text("id")}/cancel").Status(200))
            .ShouldBe(["message_ended", "done"]);
    }

    [Fact]
    public async Task a_message_on_the_wire_cannot_be_cancelled()
    {
        var tenant = await gateway.NewTenant();
        var sent = await tenant.Http.Send(Mails.To("a@example.net")).Status(202);
        var key = KeyOf(tenant, sent);
        await gateway.Wire.Started(key);
        var refused = await tenant.Http.Post($"/v1/messages/{sent.Text("id")}/cancel").Problem(409, "on_the_wire");
        refused.Json.GetProperty("retryable").GetBoolean().ShouldBeTrue();
        await gateway.Wire.End(key, new AttemptOutcome.Delivered(Reply.Of(250, "2.0.0", "Ok")));
        await tenant.Http.Post($"/v1/messages/{sent.Text("id")}/cancel").Problem(409, "message_ended");
    }

    [Fact]
    public async Task a_deferred_message_is_tried_again_at_once_when_asked()
    {
        var tenant = await gateway.NewTenant();
        var sent = await tenant.Http.Send(Mails.To("a@example.net")).Status(202);
        var key = KeyOf(tenant, sent);
        await gateway.Wire.End(key, new AttemptOutcome.Transient(Reply.Of(452, "4.2.2", "Mailbox full"), null));
        var deferred = await tenant.Http.Get($"/v1/messages/{key.Message}").Status(200);
        deferred.Text("status").ShouldBe("deferred");
        deferred.Text("last_reply").ShouldContain("Mailbox full");
        deferred.Text("category").ShouldBe("mailbox_full");
        var attempt = deferred.Json.GetProperty("attempts")[0];
        attempt.GetProperty("data").GetProperty("code").GetInt32().ShouldBe(452);

        var again = gateway.Wire.Started(key);
        await tenant.Http.Post($"/v1/messages/{key.Message}/retry").Status(200);
        await again;
        await gateway.Wire.End(key, new AttemptOutcome.Delivered(Reply.Of(250, "2.0.0", "Ok")));
        var done = await tenant.Http.Get($"/v1/messages/{key.Message}").Status(200);
        done.Text("status").ShouldBe("delivered");
        done.Json.GetProperty("attempts_made").GetInt32().ShouldBe(2);
        done.Json.GetProperty("attempts").GetArrayLength().ShouldBe(2);
        done.Json.TryGetProperty("next_attempt_at", out _).ShouldBeFalse();
        var events = await tenant.Http.Get($"/v1/messages/{sent.Text("id")}/events").Status(200);
        events.Json.GetProperty("data").EnumerateArray().Select(one => one.GetProperty("type").GetString())
            .ShouldBe(["message.accepted", "message.deferred", "message.retry_requested", "message.delivered"]);
    }

    [Fact]
    public async Task a_held_message_is_dropped_by_its_tenant()
    {
        var tenant = await gateway.NewTenant();
        var sent = await tenant.Http.Send(Mails.To("a@held.test")).Status(202);
        var id = RecipientOf(sent, 0);
        await tenant.UntilEvent("message.held");
        var held = await tenant.Http.Get($"/v1/messages/{id}").Status(200);
        (held.Text("status"), held.Text("hold_reason")).ShouldBe(("held", "live_delivery_off"));
        Results(await tenant.Http.Post($"/v1/messages/{id}/drop").Status(200)).ShouldBe(["done"]);
        (await tenant.Http.Get($"/v1/messages/{id}").Status(200)).Text("status").ShouldBe("cancelled");
        await tenant.Http.Post($"/v1/messages/{id}/release").Problem(409, "message_ended");
    }

    [Theory]
    [InlineData("release")]
    [InlineData("drop")]
    public async Task what_is_not_held_is_neither_released_nor_dropped(string command)
    {
        var tenant = await gateway.NewTenant();
        var sent = await tenant.Http.Send(Scheduled("a@example.net")).Status(202);
        await tenant.Http.Post($"/v1/messages/{sent.Text("id")}/{command}").Problem(409, "not_held");
    }

    internal static MessageKey KeyOf(TestTenant tenant, Answer sent) =>
        MessageId.TryParse(RecipientOf(sent, 0), out var id)
            ? new MessageKey(tenant.Id, id)
            : throw new FormatException();

    private static string Scheduled(params string[] recipients)
    {
        var mail = System.Text.Json.Nodes.JsonNode.Parse(Mails.To(recipients))!;
        mail["send_at"] = "2030-01-05T00:00:00Z";
        return mail.ToJsonString();
    }

    private static string RecipientOf(Answer sent, int index) =>
        sent.Json.GetProperty("recipients")[index].GetProperty("id").GetString()!;

    private static IEnumerable<string?> Results(Answer answer) => answer.Json.GetProperty("results").EnumerateArray()
        .Select(result => result.GetProperty("result").GetString());
}
