using System.Text.Json;
using System.Text.Json.Nodes;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Messages;

[Collection(Gateway.Name)]
public sealed class BatchTests(Gateway gateway)
{
    private const string Path = "/v1/messages/batch";
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task each_item_has_its_own_result_in_order()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Hosted();
        var answer = await tenant.Http.Post(Path, """
            {"items": [
              {"to": "a@example.net", "text": "A"},
              {"to": "broken@", "text": "B"},
              {"to": "c@example.net", "text": "C", "from": "boss@bank.example"},
              7,
              {"to": "e@example.net", "text": "E", "subject": "Own", "send_at": "1970-01-01T00:00:00Z"},
              {"to": "f@example.net", "text": "F", "dry_run": true}
            ],
            "defaults": {"from": "news@shop.example", "subject": "Hi"}}
            """).Status(202);

        answer.Json.GetProperty("accepted").GetInt32().ShouldBe(2);
        answer.Json.GetProperty("rejected").GetInt32().ShouldBe(4);
        var results = answer.Json.GetProperty("results").EnumerateArray().ToList();
        results.Select(result => result.GetProperty("index").GetInt32()).ShouldBe([0, 1, 2, 3, 4, 5]);
        results.Select(Summary).ShouldBe(
        [
            "accepted", "invalid_field address_syntax /items/1/to", "sender_not_verified",
            "invalid_field wrong_type /items/3", "invalid_field in_the_past /items/4/send_at", "dry run",
        ]);
    }

    [Fact]
    public async Task a_batch_of_bad_items_only_is_no_success()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Hosted();
        var refused = await tenant.Http.Post(Path, """
            {"defaults": {"from": "news@shop.example", "subject": "Hi", "text": "T"},
             "items": [{"to": "broken@"}, {"to": "b@example.net", "from": "boss@bank.example"}]}
            """).Problem(422, "nothing_accepted");

        refused.Json.GetProperty("retryable").GetBoolean().ShouldBeFalse();
        refused.Json.GetProperty("results").EnumerateArray().Select(Summary)
            .ShouldBe(["invalid_field address_syntax /items/0/to", "sender_not_verified"]);
    }

    [Fact]
    public async Task an_items_field_replaces_the_default()
    {
        var tenant = await gateway.NewTenant();
        var answer = await tenant.Http.Post(Path, """
            {"defaults": {"from": "news@shop.example", "subject": "Hi", "text": "T", "to": "default@example.net"},
             "items": [{}, {"to": ["own@example.net"]}]}
            """).Status(202);
        answer.Json.GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("recipients")[0].GetProperty("email").GetString())
            .ShouldBe(["default@example.net", "own@example.net"]);
    }

    [Fact]
    public async Task a_fault_in_the_defaults_is_a_fault_of_the_request()
    {
        var tenant = await gateway.NewTenant();
        var refused = await tenant.Http.Post(Path, """{"defaults": {"colour": 1}, "items": [{}]}""")
            .Problem(422, "invalid_field");
        refused.Places.ShouldBe(["unknown_field /defaults/colour"]);
    }

    [Theory]
    [InlineData("{}", "missing /items")]
    [InlineData("{\"items\":[]}", "empty /items")]
    [InlineData("{\"items\":{}}", "wrong_type /items")]
    [InlineData("{\"items\":[{}],\"defaults\":[]}", "wrong_type /defaults")]
    [InlineData("{\"items\":[{}],\"atomic\":true}", "unknown_field /atomic")]
    [InlineData("[]", "wrong_type ")]
    public async Task a_batch_of_the_wrong_shape_is_refused(string body, string place)
    {
        var tenant = await gateway.NewTenant();
        (await tenant.Http.Post(Path, body).Problem(422, "invalid_field")).Places.ShouldBe([place]);
    }

    [Fact]
    public async Task five_hundred_items_are_the_most()
    {
        var tenant = await gateway.NewTenant();
        var answer = await tenant.Http.Post(Path, Batch(500)).Status(202);
        answer.Json.GetProperty("accepted").GetInt32().ShouldBe(500);
        answer.Json.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("id").GetString())
            .Distinct().Count().ShouldBe(500);
        (await tenant.Http.Post(Path, Batch(501)).Problem(422, "invalid_field")).Places.ShouldBe(["too_many /items"]);
    }

    [Fact]
    public async Task a_repeated_batch_is_replayed_whole_and_tries_again_what_was_rejected()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Hosted();
        const string Body = """
            {"defaults": {"from": "news@late.example", "subject": "Hi", "text": "T"},
             "items": [{"to": "a@example.net", "from": "news@shop.example"}, {"to": "b@example.net"}]}
            """;
        var first = await tenant.Http.Post(Path, Body, "batch-1").Status(202);
        first.Json.GetProperty("accepted").GetInt32().ShouldBe(1);
        await gateway.Operator.Post($"/v1/admin/tenants/{tenant.Id}/senders", """{"sender":"late.example"}""")
            .Status(201);

        var second = await tenant.Http.Post(Path, Body, "batch-1").Status(202);
        second.Header("Idempotent-Replayed").ShouldBeNull();
        second.Json.GetProperty("accepted").GetInt32().ShouldBe(2);
        second.Json.GetProperty("results")[0].GetProperty("replayed").GetBoolean().ShouldBeTrue();
        IdOf(second, 0).ShouldBe(IdOf(first, 0));

        var third = await tenant.Http.Post(Path, Body, "batch-1").Status(202);
        third.Header("Idempotent-Replayed").ShouldBe("true");
        IdOf(third, 1).ShouldBe(IdOf(second, 1));
        await tenant.Http.Post(Path, Batch(2), "batch-1").Problem(409, "idempotency_key_reused");
    }

    [Fact]
    public async Task a_key_of_a_batch_is_none_of_a_message()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Post(Path, Batch(1), "key").Status(202);
        await tenant.Http.Send(Mails.To("ann@example.net"), "key").Status(202);
        await tenant.Http.Send(Mails.To("ann@example.net"), "key\u001F0").Problem(400, "invalid_parameter");
    }

    [Fact]
    public async Task what_stands_in_the_defaults_counts_for_each_item()
    {
        await using var own = await TestGateway.Start(options => options.BatchBytesMax = 1_000_000);
        var tenant = await own.NewTenant();
        var batch = JsonNode.Parse(Batch(10))!;
        batch["defaults"]!["text"] = new string('x', 200_000);
        var answer = await tenant.Http.Post(Path, batch.ToJsonString()).Status(202);
        answer.Json.GetProperty("accepted").GetInt32().ShouldBe(4);
        answer.Json.GetProperty("results").EnumerateArray().Count(IsTooLarge).ShouldBe(6);
    }

    private static bool IsTooLarge(JsonElement result) =>
        result.TryGetProperty("error", out var error) && error.GetProperty("code").GetString() == "too_large";

    private static string? IdOf(Answer answer, int index) =>
        answer.Json.GetProperty("results")[index].GetProperty("id").GetString();

    private static string Summary(JsonElement result)
    {
        if (!result.TryGetProperty("error", out var error))
            return result.TryGetProperty("dry_run", out _) ? "dry run" : result.GetProperty("status").GetString()!;
        var code = error.GetProperty("code").GetString()!;
        return error.TryGetProperty("errors", out var places)
            ? $"{code} {places[0].GetProperty("code").GetString()} {places[0].GetProperty("pointer").GetString()}"
            : code;
    }

    private static string Batch(int count) => new JsonObject
    {
        ["defaults"] = new JsonObject { ["from"] = "news@shop.example", ["subject"] = "Hi", ["text"] = "T" },
        ["items"] = new JsonArray([.. Enumerable.Range(0, count)
            .Select(i => (JsonNode)new JsonObject { ["to"] = $"a{i}@example.net" })]),
    }.ToJsonString();
}
