using System.Text.Json.Nodes;
using Actors.Api.Tests.Harness;
using Actors.Testing;

namespace Actors.Api.Tests.Messages;

[Collection(Gateway.Name)]
public sealed class IdempotencyTests(Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task a_repeat_gets_the_first_answer_and_is_marked()
    {
        var tenant = await gateway.NewTenant();
        var first = await tenant.Http.Send(Mails.To("ann@example.net"), "order-1").Status(202);
        first.Header("Idempotent-Replayed").ShouldBeNull();
        var second = await tenant.Http.Send(Mails.To("ann@example.net"), "order-1").Status(202);
        second.Header("Idempotent-Replayed").ShouldBe("true");
        second.Body.ShouldBe(first.Body);
        second.Header("Location").ShouldBe(first.Header("Location"));
        await Stored(tenant, 1);
    }

    [Fact]
    public async Task a_repeat_that_names_no_account_is_replayed_also_after_the_tenant_got_a_second_one()
    {
        var tenant = await gateway.NewTenant();
        var mail = Mails.Without("smtp_account");
        var first = await tenant.Http.Send(mail, "order-1").Status(202);
        await gateway.Operator.Post(
            $"/v1/admin/tenants/{tenant.Id.Value}/smtp-accounts", """{"id":"acc_news","name":"News","approved":true}""")
            .Status(201);

        var second = await tenant.Http.Send(mail, "order-1").Status(202);

        second.Body.ShouldBe(first.Body);
        await tenant.Http.Send(mail, "order-2").Problem(422, "unknown_account");
    }

    [Fact]
    public async Task another_body_with_the_same_key_is_refused()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Send(Mails.To("ann@example.net"), "order-1").Status(202);
        await tenant.Http.Send(Mails.To("bob@example.net"), "order-1").Problem(409, "idempotency_key_reused");
        await Stored(tenant, 1);
    }

    [Fact]
    public async Task the_same_body_without_a_key_or_with_another_is_another_message()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Send(Mails.To("ann@example.net"), "order-1").Status(202);
        await tenant.Http.Send(Mails.To("ann@example.net"), "order-2").Status(202);
        await tenant.Http.Send(Mails.To("ann@example.net")).Status(202);
        await tenant.Http.Send(Mails.To("ann@example.net")).Status(202);
        await Stored(tenant, 4);
    }

    [Fact]
    public async Task keys_of_two_tenants_do_not_meet()
    {
        var (one, two) = (await gateway.NewTenant(), await gateway.NewTenant());
        await one.Http.Send(Mails.To("ann@example.net"), "order-1").Status(202);
        var other = await two.Http.Send(Mails.To("bob@example.net"), "order-1").Status(202);
        other.Header("Idempotent-Replayed").ShouldBeNull();
    }

    [Fact]
    public async Task parallel_duplicates_make_one_submission()
    {
        var tenant = await gateway.NewTenant();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40)
            .Select(_ => tenant.Http.Send(Mails.To("ann@example.net"), "order-1")));

        var accepted = answers.Where(answer => answer.Status == 202).ToList();
        accepted.Select(answer => answer.Text("id")).Distinct().Count().ShouldBe(1);
        accepted.Count(answer => answer.Header("Idempotent-Replayed") is null).ShouldBe(1);
        foreach (var waiting in answers.Where(answer => answer.Status != 202))
        {
            (waiting.Status, waiting.Text("code")).ShouldBe((409, "idempotency_in_progress"));
            waiting.Header("Retry-After").ShouldBe("1");
            waiting.Json.GetProperty("retryable").GetBoolean().ShouldBeTrue();
        }

        await Stored(tenant, 1);
    }

    [Fact]
    public async Task a_refused_request_leaves_its_key_free()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Hosted();
        await tenant.Http.Send(Mails.With("from", "boss@bank.example"), "order-1").Problem(403, "sender_not_verified");
        await tenant.Http.Send(Mails.To("ann@example.net"), "order-1").Status(202);
    }

    [Fact]
    public async Task a_dry_run_uses_no_key_up()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Send(Mails.With("dry_run", true), "order-1").Status(200);
        var sent = await tenant.Http.Send(Mails.To("ann@example.net"), "order-1").Status(202);
        sent.Header("Idempotent-Replayed").ShouldBeNull();
    }

    [Fact]
    public async Task a_scheduled_message_is_replayed_after_its_time_has_passed()
    {
        var own = await TestGateway.Start();
        await using var _ = own;
        var tenant = await own.NewTenant();
        var mail = Mails.With("send_at", "2030-01-01T12:10:00Z");
        var first = await tenant.Http.Send(mail, "order-1").Status(202);
        own.Time.Advance(TimeSpan.FromHours(1));
        (await tenant.Http.Send(mail, "order-1").Status(202)).Body.ShouldBe(first.Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u00FC")]
    [InlineData("a\tb")]
    public async Task a_key_that_is_empty_or_not_printable_ascii_is_refused(string key)
    {
        var tenant = await gateway.NewTenant();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages");
        request.Content = new StringContent(Mails.Valid().ToJsonString(), null, "application/json");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key).ShouldBeTrue();
        using var handler = new SocketsHttpHandler
        {
            RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,
        };
        using var client = new HttpClient(handler) { BaseAddress = gateway.Address, Timeout = Patience.Max };
        client.DefaultRequestHeaders.Authorization = tenant.Http.DefaultRequestHeaders.Authorization;
        var refused = await client.Ask(request).Problem(400, "invalid_parameter");
        refused.Places.ShouldBe(["invalid_key Idempotency-Key"]);
    }

    [Fact]
    public async Task a_key_of_256_characters_is_the_longest()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Send(Mails.To("ann@example.net"), new string('k', 256)).Status(202);
        await tenant.Http.Send(Mails.To("ann@example.net"), new string('k', 257)).Problem(400, "invalid_parameter");
    }

    private static async Task Stored(TestTenant tenant, int count)
    {
        var list = await tenant.Http.Get("/v1/messages?limit=100").Status(200);
        ((JsonArray)JsonNode.Parse(list.Body)!["data"]!).Count.ShouldBe(count);
    }
}
