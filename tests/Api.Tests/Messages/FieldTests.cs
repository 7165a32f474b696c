using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Messages;

/// <summary>Every field of a message with every kind of wrong value.</summary>
[Collection(Gateway.Name)]
public sealed class FieldTests(Gateway gateway) : IAsyncLifetime
{
    private const string NoType = "wrong_type";
    private readonly TestGateway gateway = gateway.Running;
    private TestTenant tenant = null!; // made before each test

    public async Task InitializeAsync() => tenant = await gateway.NewTenant();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("from", "/from")]
    [InlineData("subject", "/subject")]
    [InlineData("to", "/to")]
    [InlineData("text", "/text")]
    public async Task a_required_field_is_missed_when_absent_and_when_null(string field, string place)
    {
        (await Refused(Mails.Without(field))).ShouldBe([$"missing {place}"]);
        (await Refused(Mails.With(field, null))).ShouldBe([$"missing {place}"]);
    }

    [Theory]
    [InlineData("smtp_account", "42", NoType, "")]
    [InlineData("smtp_account", "\"shop\"", "invalid_id", "")]
    [InlineData("smtp_account", "\"\"", "empty", "")]
    [InlineData("smtp_account", "\"acc_shop\\r\\n\"", "control_character", "")]
    [InlineData("from", "42", NoType, "")]
    [InlineData("from", "[\"orders@shop.example\"]", NoType, "")]
    [InlineData("from", "\"\"", "address_syntax", "")]
    [InlineData("from", "\"orders\"", "address_syntax", "")]
    [InlineData("from", "\"orders@shop.example\\r\\nBcc: eve@example.net\"", "control_character", "")]
    [InlineData("from", "{\"name\":\"Shop\"}", "missing", "/email")]
    [InlineData("from", "{\"email\":\"orders@shop.example\",\"name\":\"A\\nB\"}", "control_character", "/name")]
    [InlineData("from", "{\"email\":\"orders@shop.example\",\"name\":\"A\\u0000B\"}", "control_character", "/name")]
    [InlineData("from", "{\"email\":\"orders@shop.example\",\"name\":\"A\\u202EB\"}", "control_character", "/name")]
    [InlineData("from", "{\"email\":\"orders@shop.example\",\"variables\":{}}", "unknown_field", "/variables")]
    [InlineData("to", "42", NoType, "")]
    [InlineData("to", "[]", "missing", "")]
    [InlineData("to", "[null]", NoType, "/0")]
    [InlineData("to", "[\"a@example.net\",\"b@\"]", "address_syntax", "/1")]
    [InlineData("to", "[\"a@example.net\",\"A@EXAMPLE.NET\"]", "duplicate_recipient", "/1")]
    [InlineData("to", "[{\"email\":7}]", NoType, "/0/email")]
    [InlineData("to", "[{\"email\":\"a@example.net\",\"email\":\"b@example.net\"}]", "duplicate_field", "/0/email")]
    [InlineData("to", "[{\"email\":\"a@example.net\",\"variables\":{\"x\":1}}]", NoType, "/0/variables/x")]
    [InlineData("to", "[{\"email\":\"a@example.net\",\"variables\":[]}]", NoType, "/0/variables")]
    [InlineData("to", "[{\"email\":\"a@example.net\",\"details\":{\"x\":\"\\u0000\"}}]",
        "control_character", "/0/details/x")]
    [InlineData("to", "[{\"email\":\"a@example.net\",\"details\":{\"\":\"x\"}}]", "invalid_name", "/0/details/")]
    [InlineData("cc", "\"@example.net\"", "address_syntax", "")]
    [InlineData("cc", "\"ann@example.net\"", "duplicate_recipient", "/0")]
    [InlineData("bcc", "[\"a@example.net\\u0000\"]", "control_character", "/0")]
    [InlineData("reply_to", "{}", "missing", "/email")]
    [InlineData("reply_to", "[\"a@example.net\",7]", NoType, "/1")]
    [InlineData("subject", "{}", NoType, "")]
    [InlineData("subject", "\"\"", "empty", "")]
    [InlineData("subject", "\" \"", "empty", "")]
    [InlineData("subject", "\"A\\r\\nBcc: eve@example.net\"", "control_character", "")]
    [InlineData("subject", "\"A\\rB\"", "control_character", "")]
    [InlineData("subject", "\"A\\nB\"", "control_character", "")]
    [InlineData("subject", "\"A\\u0000B\"", "control_character", "")]
    [InlineData("subject", "\"A\\u2028B\"", "control_character", "")]
    [InlineData("subject", "\"A\\ud800B\"", "invalid_text", "")]
    [InlineData("text", "[]", NoType, "")]
    [InlineData("text", "\"A\\u0000B\"", "control_character", "")]
    [InlineData("text", "\"\\udc00\"", "invalid_text", "")]
    [InlineData("html", "false", NoType, "")]
    [InlineData("html", "\"<p>\\u0000</p>\"", "control_character", "")]
    [InlineData("headers", "[]", NoType, "")]
    [InlineData("headers", "{\"X-A\":1}", NoType, "/X-A")]
    [InlineData("headers", "{\"X-A\":\"b\\r\\nBcc: eve@example.net\"}", "control_character", "/X-A")]
    [InlineData("headers", "{\"X-A\":\"b\\u0000\"}", "control_character", "/X-A")]
    [InlineData("headers", "{\"X A\":\"b\"}", "header_not_allowed", "/X A")]
    [InlineData("headers", "{\"X-A\\r\\nBcc\":\"b\"}", "header_not_allowed", "/X-A\r\nBcc")]
    [InlineData("headers", "{\"\":\"b\"}", "header_not_allowed", "/")]
    [InlineData("headers", "{\"bcc\":\"b\"}", "header_not_allowed", "/bcc")]
    [InlineData("headers", "{\"DKIM-Signature\":\"b\"}", "header_not_allowed", "/DKIM-Signature")]
    [InlineData("headers", "{\"Content-Type\":\"b\"}", "header_not_allowed", "/Content-Type")]
    [InlineData("headers", "{\"X-A\":\"b\",\"x-a\":\"c\"}", "duplicate_field", "/x-a")]
    [InlineData("headers", "{\"X/~A\":1}", NoType, "/X~1~0A")]
    [InlineData("headers", "{\"List-Unsubscribe\":\"<https://a.example/>\"}", "header_not_allowed",
        "/List-Unsubscribe")]
    [InlineData("headers", "{\"Precedence\":\"bulk\"}", "header_not_allowed", "/Precedence")]
    [InlineData("headers", "{\"Feedback-ID\":\"a:b:c:sender\"}", "header_not_allowed", "/Feedback-ID")]
    [InlineData("headers", "{\"In-Reply-To\":\"a@b.example\"}", "header_not_allowed", "/In-Reply-To")]
    [InlineData("list_id", "7", NoType, "")]
    [InlineData("list_id", "\"news\"", "invalid_list_id", "")]
    [InlineData("list_id", "\"News\\n <news.shop.example>\"", "control_character", "")]
    [InlineData("list_unsubscribe", "\"https://a.example/\"", NoType, "")]
    [InlineData("list_unsubscribe", "{}", "invalid_unsubscribe", "")]
    [InlineData("list_unsubscribe", "{\"url\":7}", NoType, "/url")]
    [InlineData("list_unsubscribe", "{\"url\":\"https://a.example/\\r\\nBcc: b@c.example\"}",
        "control_character", "/url")]
    [InlineData("list_unsubscribe", "{\"url\":\"javascript:alert(1)\"}", "invalid_unsubscribe", "")]
    [InlineData("list_unsubscribe", "{\"url\":\"http://a.example/\",\"one_click\":true}", "invalid_unsubscribe", "")]
    [InlineData("list_unsubscribe", "{\"mailto\":\"a@b.example\"}", "invalid_unsubscribe", "")]
    [InlineData("list_unsubscribe", "{\"list\":\"weekly\",\"mailto\":\"mailto:a@b.example\"}",
        "unknown_field", "/list")]
    [InlineData("attachments", "{}", NoType, "")]
    [InlineData("attachments", "[7]", NoType, "/0")]
    [InlineData("attachments", "[{\"filename\":\"a\"}]", "missing", "/0/content")]
    [InlineData("attachments", "[{\"content\":\"\"}]", "missing", "/0/filename")]
    [InlineData("attachments", "[{\"filename\":\"a\",\"content\":\"*\"}]", "invalid_base64", "/0/content")]
    [InlineData("attachments", "[{\"filename\":\"a\",\"content\":7}]", NoType, "/0/content")]
    [InlineData("attachments", "[{\"filename\":\"a\",\"content\":\"\\ud800YQ==\"}]", "invalid_base64", "/0/content")]
    [InlineData("attachments", "[{\"filename\":\"../a\",\"content\":\"\"}]", "invalid_filename", "/0/filename")]
    [InlineData("attachments", "[{\"filename\":\"a\\r\\nb\",\"content\":\"\"}]", "control_character", "/0/filename")]
    [InlineData("attachments", "[{\"filename\":\"a\",\"content\":\"\",\"content_type\":\"text\"}]",
        "invalid_content_type", "/0/content_type")]
    [InlineData("attachments", "[{\"filename\":\"a\",\"content\":\"\",\"content_type\":\"a/b\\r\\nX: y\"}]",
        "control_character", "/0/content_type")]
    [InlineData("attachments", "[{\"filename\":\"a\",\"content\":\"\",\"content_type\":\"multipart/mixed\"}]",
        "invalid_content_type", "/0/content_type")]
    [InlineData("attachments", "[{\"filename\":\"a\",\"content\":\"\",\"disposition\":\"inline\"}]",
        "missing", "/0/content_id")]
    [InlineData("attachments",
        "[{\"filename\":\"a\",\"content\":\"\",\"disposition\":\"attachment\",\"content_id\":\"x\"}]",
        "not_allowed", "/0/content_id")]
    [InlineData("attachments", "[{\"filename\":\"a\",\"content\":\"\",\"content_id\":\"x\\r\\ny\"}]",
        "control_character", "/0/content_id")]
    [InlineData("attachments",
        "[{\"filename\":\"a\",\"content\":\"\",\"content_id\":\"x\"},"
        + "{\"filename\":\"b\",\"content\":\"\",\"content_id\":\"x\"}]",
        "duplicate", "/1/content_id")]
    [InlineData("attachments", "[{\"filename\":\"a\",\"content\":\"\",\"disposition\":\"hidden\"}]",
        "unknown_value", "/0/disposition")]
    [InlineData("attachments", "[{\"filename\":\"a\",\"content\":\"\",\"size\":0}]", "unknown_field", "/0/size")]
    [InlineData("campaign", "7", NoType, "")]
    [InlineData("campaign", "\" \"", "empty", "")]
    [InlineData("campaign", "\"a\\nb\"", "control_character", "")]
    [InlineData("tags", "\"order\"", NoType, "")]
    [InlineData("tags", "[7]", NoType, "/0")]
    [InlineData("tags", "[\"\"]", "empty", "/0")]
    [InlineData("tags", "[\"a\",\"a\"]", "duplicate", "/1")]
    [InlineData("tags", "[\"a\\nb\"]", "control_character", "/0")]
    [InlineData("metadata", "[]", NoType, "")]
    [InlineData("metadata", "{\"a\":1}", NoType, "/a")]
    [InlineData("metadata", "{\"a\":\"1\",\"a\":\"2\"}", "duplicate_field", "/a")]
    [InlineData("metadata", "{\"a\\nb\":\"1\"}", "invalid_name", "/a\nb")]
    [InlineData("send_at", "7", NoType, "")]
    [InlineData("send_at", "\"tomorrow\"", "invalid_time", "")]
    [InlineData("send_at", "\"2030-01-02T00:00:00\"", "invalid_time", "")]
    [InlineData("send_at", "\"2030-02-30T00:00:00Z\"", "invalid_time", "")]
    [InlineData("send_at", "\"1970-01-01T00:00:00Z\"", "in_the_past", "")]
    [InlineData("send_at", "\"9999-12-31T23:59:59Z\"", "too_far_ahead", "")]
    [InlineData("expires_in", "7", NoType, "")]
    [InlineData("expires_in", "\"4 hours\"", "invalid_duration", "")]
    [InlineData("expires_in", "\"PT59S\"", "out_of_range", "")]
    [InlineData("expires_in", "\"-PT4H\"", "out_of_range", "")]
    [InlineData("expires_in", "\"P14DT1S\"", "out_of_range", "")]
    [InlineData("expires_in", "\"P99999999999D\"", "invalid_duration", "")]
    [InlineData("on_uncertain", "\"maybe\"", "unknown_value", "")]
    [InlineData("on_uncertain", "1", NoType, "")]
    [InlineData("stream", "\"bulk\"", "unknown_value", "")]
    [InlineData("stream", "[]", NoType, "")]
    [InlineData("dry_run", "\"true\"", NoType, "")]
    [InlineData("dry_run", "0", NoType, "")]
    public async Task a_wrong_value_is_refused_where_it_stands(string field, string value, string code, string below)
    {
        var mail = Mails.Without(field)[..^1] + $",\"{field}\":{value}}}";
        (await Refused(mail)).ShouldBe([$"{code} /{field}{below}"]);
    }

    [Theory]
    [InlineData("subject", 998)]
    [InlineData("from", 254)]
    [InlineData("campaign", 128)]
    public async Task a_text_that_is_too_long_is_refused(string field, int longest)
    {
        (await Refused(Mails.With(field, new string('a', (longest * 10) + 1)))).ShouldBe([$"too_long /{field}"]);
    }

    [Theory]
    [InlineData("tags", 10)]
    [InlineData("reply_to", 10)]
    [InlineData("attachments", 50)]
    public async Task a_list_that_is_too_long_is_refused(string field, int longest)
    {
        var list = new JsonArray();
        for (var i = 0; i <= longest + 1; i++)
            list.Add(field switch
            {
                "tags" => (JsonNode)$"tag{i}",
                "reply_to" => $"a{i}@example.net",
                _ => new JsonObject { ["filename"] = "a", ["content"] = "" },
            });
        (await Refused(Mails.With(field, list))).ShouldBe([$"too_many /{field}/{longest}"]);
    }

    [Theory]
    [InlineData("headers", 50)]
    [InlineData("metadata", 50)]
    public async Task a_map_that_is_too_large_is_refused(string field, int largest)
    {
        var map = new JsonObject();
        for (var i = 0; i <= largest + 1; i++)
            map[$"X-{i}"] = "x";
        (await Refused(Mails.With(field, map))).ShouldBe([$"too_many /{field}/X-{largest}"]);
    }

    [Theory]
    [InlineData(51)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public async Task more_than_fifty_recipients_are_refused(int count)
    {
        var recipients = Enumerable.Range(0, count).Select(i => $"a{i}@example.net").ToArray();
        (await Refused(Mails.To(recipients))).ShouldBe(["too_many /to"]);
    }

    [Fact]
    public async Task fifty_recipients_are_accepted()
    {
        var recipients = Enumerable.Range(0, 50).Select(i => $"a{i}@example.net").ToArray();
        await tenant.Http.Send(Mails.To(recipients)).Status(202);
    }

    [Fact]
    public async Task a_field_given_twice_is_refused() =>
        (await Refused(Mails.Valid().ToJsonString()[..^1] + ",\"subject\":\"Again\"}"))
            .ShouldBe(["duplicate_field /subject"]);

    [Fact]
    public async Task a_field_whose_name_is_no_text_is_unknown() =>
        (await Refused(Mails.Valid().ToJsonString()[..^1] + ",\"\\ud800\":1}")).ShouldBe(["unknown_field /\uFFFD"]);

    [Fact]
    public async Task at_most_twenty_faults_are_told()
    {
        var mail = new StringBuilder(Mails.Valid().ToJsonString()[..^1]);
        for (var i = 0; i < 10_000; i++)
            mail.Append(CultureInfo.InvariantCulture, $",\"x{i}\":0");
        (await Refused(mail.Append('}').ToString())).Count.ShouldBe(20);
    }

    [Fact]
    public async Task a_line_break_in_a_variable_is_refused_where_it_would_reach_the_subject()
    {
        var mail = Mails.Valid();
        mail["to"] = JsonNode.Parse("""[{"email":"ann@example.net","variables":{"x":"a\r\nBcc: eve@example.net"}}]""");
        mail["text"] = "{{x}}";
        await tenant.Http.Send(mail.ToJsonString()).Status(202);
        mail["subject"] = "Hello {{ x }}";
        (await Refused(mail.ToJsonString())).ShouldBe(["control_character /to/0/variables/x"]);
    }

    [Fact]
    public async Task html_alone_is_enough()
    {
        var mail = Mails.Valid();
        mail.Remove("text");
        mail["html"] = "<p>Hello</p>";
        await tenant.Http.Send(mail.ToJsonString()).Status(202);
    }

    private async Task<IReadOnlyList<string>> Refused(string mail) =>
        (await tenant.Http.Send(mail).Problem(422, "invalid_field")).Places;
}
