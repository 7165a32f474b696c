using Actors.Api.Tests.Harness;
using Actors.Grains.Ports;

namespace Actors.Api.Tests;

/// <summary>What clients are told while the store fails, and that nothing is lost or doubled after it.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private const string Batch = """
        {"defaults": {"from": "news@shop.example", "subject": "Hi", "text": "T"},
         "items": [{"to": "a@example.net"}, {"to": "broken@"}, {"to": "c@example.net"}]}
        """;

    private TestGateway gateway = null!; // made before each test
    private TestTenant tenant = null!; // made before each test

    public async Task InitializeAsync()
    {
        gateway = await TestGateway.Start();
        tenant = await gateway.NewTenant();
    }

    public async Task DisposeAsync() => await gateway.DisposeAsync();

    [Fact]
    public async Task a_store_that_takes_no_writes_is_told_with_the_time_to_come_back()
    {
        gateway.Store.Fault = new StoreUnavailableException("The disk is full.");
        var refused = await tenant.Http.Send(Mails.To("a@example.net"), "key").Problem(503, "store_unavailable");
        refused.Header("Retry-After").ShouldBe("5");
        refused.Json.GetProperty("retryable").GetBoolean().ShouldBeTrue();
        gateway.Store.Fault = null;
        await tenant.Http.Send(Mails.To("a@example.net"), "key").Status(202);
    }

    [Fact]
    public async Task a_batch_that_could_not_be_stored_fails_whole_although_an_item_was_wrong()
    {
        gateway.Store.Fault = new StoreUnavailableException("The disk is full.");
        await tenant.Http.Post("/v1/messages/batch", Batch, "key").Problem(503, "store_unavailable");
        gateway.Store.Fault = null;
        var taken = await tenant.Http.Post("/v1/messages/batch", Batch, "key").Status(202);
        taken.Json.GetProperty("accepted").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task an_answer_that_does_not_come_leaves_the_outcome_open_and_says_how_to_repeat()
    {
        gateway.Store.Fault = new TimeoutException("internal");
        var unknown = await tenant.Http.Send(Mails.To("a@example.net"), "key").Problem(503, "outcome_unknown");
        unknown.Text("detail").ShouldContain("Idempotency-Key");
        unknown.Body.ShouldNotContain("internal_");
        unknown.Header("Retry-After").ShouldBe("1");
        await tenant.Http.Post("/v1/messages/batch", Batch, "batch").Problem(503, "outcome_unknown");
    }

    [Fact]
    public async Task a_fault_of_ours_tells_nothing_but_its_request_id()
    {
        gateway.Store.Fault = new InvalidOperationException("SELECT secret FROM grains");
        var broken = await tenant.Http.Send(Mails.To("a@example.net")).Problem(500, "internal_error");
        broken.Body.ShouldNotContain("secret");
    }

    [Fact]
    public async Task a_client_that_leaves_in_the_middle_of_its_body_stores_nothing()
    {
        using (var client = new System.Net.Sockets.TcpClient())
        {
            await client.ConnectAsync(System.Net.IPAddress.Loopback, gateway.Address.Port);
            var half = Mails.To("a@example.net")[..40];
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(
                $"POST /v1/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {tenant.Key}\r\n" +
                $"Content-Type: application/json\r\nContent-Length: 400\r\n\r\n{half}"));
        }

        (await tenant.Http.Get("/v1/messages").Status(200)).Json.GetProperty("data").GetArrayLength().ShouldBe(0);
    }
}
