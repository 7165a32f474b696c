using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Api.Problems;
using Actors.Api.Tests.Harness;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;

namespace Actors.Api.Tests;

/// <summary>Every failure is an RFC 9457 problem document.</summary>
[Collection(Harness.Gateway.Name)]
public sealed class ProblemTests(Harness.Gateway gateway)
{
    private readonly TestGateway gateway = gateway.Running;

    [Theory]
    [InlineData("/")]
    [InlineData("/v1")]
    [InlineData("/v1/unknown")]
    [InlineData("/v2/messages")]
    [InlineData("/v1/messages/batch/x/y")]
    public async Task an_unknown_path_is_a_problem(string path) =>
        await gateway.Stranger.Get(path).Problem(404, "not_found");

    [Fact]
    public async Task a_method_that_is_not_for_the_path_is_a_problem_that_names_those_that_are()
    {
        var refused = await gateway.Stranger.Delete("/v1/messages").Problem(405, "method_not_allowed");
        refused.Text("detail").ShouldContain("POST");
    }

    [Theory]
    [InlineData("{", 1, 2)]
    [InlineData("{\"subject\": \"a\nb\"}", 1, 15)]
    [InlineData("{\n  \"subject\": nope\n}", 2, 15)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("{\"text\":\"x\",}", 1, 13)]
    [InlineData("\u0000", 1, 1)]
    public async Task what_is_not_json_is_refused_with_its_place(string body, int line, int at)
    {
        var tenant = await gateway.NewTenant();
        var refused = await tenant.Http.Send(body).Problem(400, "malformed_json");
        refused.Text("detail").ShouldBe($"The body is not JSON at line {line}, byte {at}.");
        await tenant.Http.Post("/v1/messages/batch", body).Problem(400, "malformed_json");
        await gateway.Operator.Post("/v1/admin/tenants", body).Problem(400, "malformed_json");
    }

    [Fact]
    public async Task a_request_without_a_body_gives_nothing_and_a_message_needs_one()
    {
        var tenant = await gateway.NewTenant();
        (await gateway.Operator.Post("/v1/admin/tenants", "").Problem(422, "invalid_field")).Places
            .ShouldBe(["missing /id", "missing /name"]);
        await tenant.Http.Post("/v1/domains", """{"domain":"bodiless.example"}""").Status(201);
        await tenant.Http.Post("/v1/domains/bodiless.example/share-links").Status(201);
        (await tenant.Http.Send("").Problem(400, "malformed_json")).Text("detail")
            .ShouldBe("The body is not JSON at line 1, byte 1.");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"x\"")]
    public async Task json_that_is_no_object_is_refused(string body)
    {
        var tenant = await gateway.NewTenant();
        (await tenant.Http.Send(body).Problem(422, "invalid_field")).Places[0].ShouldBe("wrong_type ");
        (await gateway.Operator.Post("/v1/admin/tenants", body).Problem(422, "invalid_field")).Places[0]
            .ShouldBe("wrong_type ");
    }

    [Fact]
    public async Task nesting_deeper_than_any_message_is_malformed()
    {
        var tenant = await gateway.NewTenant();
        var deep = new string('[', 100_000);
        foreach (var refused in new[]
        {
            await tenant.Http.Send($"{{\"to\":{deep}").Problem(400, "malformed_json"),
            await tenant.Http.Post("/v1/messages/batch", $"{{\"messages\":{deep}").Problem(400, "malformed_json"),
            await tenant.Http.Post("/v1/templates", $"{{\"name\":{deep}").Problem(400, "malformed_json"),
        })
            refused.Text("detail").ShouldStartWith("The body is nested too deep at line 1, byte ");
        (await tenant.Http.Send("{\"to\":[[[[[[[[[[[[[").Problem(400, "malformed_json")).Text("detail")
            .ShouldBe("The body is nested too deep at line 1, byte 18: at most 12 lists and objects.");
        (await tenant.Http.Send("{\"to\":[[[[[[[[[[[x").Problem(400, "malformed_json")).Text("detail")
            .ShouldBe("The body is not JSON at line 1, byte 18.");
    }

    [Fact]
    public async Task bytes_that_are_not_utf8_are_refused_where_they_stand()
    {
        var tenant = await gateway.NewTenant();
        var body = Encoding.Latin1.GetBytes(Mails.With("subject", "caf#").Replace('#', '\u00E9'));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages");
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        (await tenant.Http.Ask(request).Problem(422, "invalid_field")).Places.ShouldBe(["invalid_text /subject"]);
    }

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/xml", null)]
    [InlineData("application/json; charset=utf-16", null)]
    [InlineData("application/json", "gzip")]
    [InlineData("nonsense", null)]
    [InlineData(null, null)]
    public async Task a_body_of_another_type_is_refused(string? type, string? encoding)
    {
        var tenant = await gateway.NewTenant();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages");
        request.Content = new ByteArrayContent("{}"u8.ToArray());
        if (type is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (encoding is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        await tenant.Http.Ask(request).Problem(415, "unsupported_media_type");
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    public async Task json_in_utf8_may_be_said_in_other_words(string type)
    {
        var tenant = await gateway.NewTenant();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages");
        var mail = Encoding.UTF8.GetBytes(Mails.Valid().ToJsonString());
        request.Content = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. mail]);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        await tenant.Http.Ask(request).Status(202);
    }

    [Fact]
    public async Task a_body_over_the_limit_is_refused_before_it_is_sent()
    {
        var tenant = await gateway.NewTenant();
        foreach (var (path, size) in new[] { ("/v1/messages", (25 << 20) + 1), ("/v1/messages/batch", 50_000_001) })
        {
            var head = $"POST {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {tenant.Key}\r\n" +
                $"Content-Type: application/json\r\nContent-Length: {size}\r\n\r\n";
            (await Raw(head)).ShouldStartWith("HTTP/1.1 413 ");
        }
    }

    [Fact]
    public async Task a_chunked_body_over_the_limit_is_refused_where_it_passes_it()
    {
        await using var own = await TestGateway.Start(options => options.MessageBodyBytesMax = 64 * 1024);
        var tenant = await own.NewTenant();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/messages");
        var large = Mails.With("text", new string('x', 65 * 1024));
        request.Content = new StringContent(large, Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = true;
        await tenant.Http.Ask(request).Problem(413, "too_large");
        await tenant.Http.Send(Mails.With("text", new string('x', 63 * 1024))).Status(202);
    }

    [Fact]
    public async Task a_message_that_is_too_large_as_it_travels_is_refused()
    {
        await using var own = await TestGateway.Start(options => options.MessageBytesMax = 64 * 1024);
        var tenant = await own.NewTenant();
        await tenant.Http.Send(Mails.With("text", new string('x', 65 * 1024))).Problem(413, "too_large");
    }

    [Fact]
    public void faults_are_told_without_internals()
    {
        var unknown = Faults.Describe(new TimeoutException("grain message/x"));
        (unknown.Type.Status, unknown.Type.Code, unknown.Type.Retryable).ShouldBe((503, "outcome_unknown", true));
        unknown.Detail.ShouldContain("Idempotency-Key");
        var full = Faults.Describe(new StoreUnavailableException("/var/data: disk full"));
        (full.Type.Status, full.Type.Code, full.RetryAfterSeconds).ShouldBe((503, "store_unavailable", 5));
        var broken = Faults.Describe(new InvalidOperationException("secret"));
        (broken.Type.Status, broken.Type.Code).ShouldBe((500, "internal_error"));
        foreach (var told in new[] { unknown.Detail, full.Detail, broken.Detail })
            new[] { "secret", "grain", "/var" }.ShouldAllBe(inner => !told.Contains(inner, StringComparison.Ordinal));
    }

    [Fact]
    public void every_refusal_has_a_problem_and_a_reply_of_one_class()
    {
        foreach (var code in Enum.GetValues<RefusalCode>())
        {
            var answer = code.Answer();
            ProblemType.Of(code).Code.ShouldBe(answer.Name);
            answer.Status.Class.ShouldBe(answer.ReplyCode / 100);
            (answer.ReplyCode < 500).ShouldBe(answer.Retryable);
        }
    }

    [Fact]
    public async Task every_problem_is_explained_where_its_type_leads()
    {
        var page = await gateway.Stranger.Get("/docs/errors").Status(200);
        ProblemTypes.All.Select(type => type.Code).Distinct().Count().ShouldBe(ProblemTypes.All.Length);
        foreach (var type in ProblemTypes.All)
            page.Body.ShouldContain($"id=\"{type.Code}\"");
    }

    [Fact]
    public void the_documents_table_of_errors_is_the_catalogue()
    {
        var document = File.ReadAllText(Path.Combine(Root(), "docs", "api.md"));
        foreach (var type in ProblemTypes.All)
            document.ShouldContain($"| {type.Status} | `{type.Code}` | {(type.Retryable ? "yes" : "no")} |");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Actors.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Actors.sln");
        return folder;
    }

    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, gateway.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadLineAsync() ?? "";
    }
}
