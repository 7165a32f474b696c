using Actors.Api.Tests.Harness;
using Actors.Grains.Messages;
using Actors.Mail.Replies;

namespace Actors.Api.Tests.Messages;

[Collection(Gateway.Name)]
public sealed class SearchTests(Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Fact]
    public async Task each_filter_finds_what_it_names()
    {
        var tenant = await gateway.NewTenant();
        var delivered = await tenant.Http.Send(Mails.To("Ann@example.net")).Status(202);
        await gateway.Wire.End(
            CommandTests.KeyOf(tenant, delivered), new AttemptOutcome.Delivered(Reply.Of(250, "2.0.0", "Ok")));
        var tagged = Mails.Valid();
        tagged["to"] = "bob@example.net";
        tagged["tags"] = new System.Text.Json.Nodes.JsonArray("order");
        await tenant.Http.Send(tagged.ToJsonString()).Status(202);

        (await Found(tenant, "")).ShouldBe(["bob@example.net", "Ann@example.net"]);
        (await Found(tenant, "status=delivered")).ShouldBe(["Ann@example.net"]);
        (await Found(tenant, "status=bounced")).ShouldBeEmpty();
        (await Found(tenant, "recipient=ann@EXAMPLE.net")).ShouldBe(["Ann@example.net"]);
        (await Found(tenant, "tag=order")).ShouldBe(["bob@example.net"]);
        (await Found(tenant, "smtp_account=acc_shop&status=delivered")).ShouldBe(["Ann@example.net"]);
        (await Found(tenant, "smtp_account=acc_other")).ShouldBeEmpty();
        (await Found(tenant, "from=2030-01-01T12:00:00Z")).Count.ShouldBe(2);
        (await Found(tenant, "until=2030-01-01T12:00:00Z")).ShouldBeEmpty();
        (await Found(tenant, "from=2099-01-01T00:00:00%2B01:00")).ShouldBeEmpty();
    }

    [Fact]
    public async Task pages_follow_each_other_without_gap_or_repeat()
    {
        var tenant = await gateway.NewTenant();
        await tenant.Http.Send(Mails.To([.. Enumerable.Range(0, 7).Select(i => $"a{i}@example.net")])).Status(202);
        var first = await tenant.Http.Get("/v1/messages?limit=3").Status(200);
        var second = await tenant.Http.Get("/v1/messages?limit=3&after=" + first.Text("next")).Status(200);
        var third = await tenant.Http.Get("/v1/messages?limit=3&after=" + second.Text("next")).Status(200);
        third.Json.GetProperty("has_more").GetBoolean().ShouldBeFalse();
        third.Json.TryGetProperty("next", out _).ShouldBeFalse();
        new[] { first, second, third }.SelectMany(Emails).Order()
            .ShouldBe(Enumerable.Range(0, 7).Select(i => $"a{i}@example.net"));
    }

    [Theory]
    [InlineData("status=lost", "unknown_value status")]
    [InlineData("recipient=ann", "address_syntax recipient")]
    [InlineData("smtp_account=shop", "invalid_id smtp_account")]
    [InlineData("from=yesterday", "invalid_time from")]
    [InlineData("until=2030-01-01", "invalid_time until")]
    [InlineData("limit=101", "out_of_range limit")]
    [InlineData("after=%20", "invalid_cursor after")]
    [InlineData("after=AAAA", "invalid_cursor after")]
    [InlineData("tag=", "out_of_range tag")]
    [InlineData("offset=1", "unknown_parameter offset")]
    public async Task a_wrong_parameter_is_refused(string query, string place)
    {
        var tenant = await gateway.NewTenant();
        (await tenant.Http.Get("/v1/messages?" + query).Problem(400, "invalid_parameter")).Places.ShouldBe([place]);
    }

    private static async Task<IReadOnlyList<string?>> Found(TestTenant tenant, string query) =>
        [.. Emails(await tenant.Http.Get("/v1/messages?" + query).Status(200))];

    private static IEnumerable<string?> Emails(Answer page) => page.Json.GetProperty("data").EnumerateArray()
        .Select(one => one.GetProperty("email").GetString());
}
