using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Actors.Silo.FirstStart;
using Actors.Silo.Tests.Harness;
using Actors.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Silo.Tests.Submission;

/// <summary>One allowance for what comes over HTTP and over SMTP.</summary>
public sealed class SharedAllowanceTests : IDisposable
{
    private const int Limit = 100;

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task a_hundred_over_http_and_a_hundred_over_smtp_at_once_send_exactly_the_last_ten()
    {
        await using var silo = await RunningSilo.Start(folder.Data, settings => settings with
        {
            Submission = settings.Submission with { ConnectionsPerAddressMax = 200, ConnectionsPerAccountMax = 200 },
        }, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(ShiftedTime.MidMonth())));
        var first = (await silo.Beginning.Prepare())!;
        await Open(silo, first);
        using var tenant = Client(silo, first.ApiKey);
        foreach (var half in Enumerable.Range(0, Limit - 10).Chunk((Limit - 10) / 2))
            (await Send(tenant, half.Select(i => $"r{i}@held.example"))).ShouldBe(HttpStatusCode.Accepted);

        var overHttp = Enumerable.Range(0, 100).Select(i => Task.Run(() => Send(tenant, [$"h{i}@held.example"])))
            .ToArray();
        var overSmtp = Enumerable.Range(0, 100).Select(i => Task.Run(() => Send(silo, $"s{i}@held.example")))
            .ToArray();
        var codes = await Task.WhenAll(overHttp);
        var replies = await Task.WhenAll(overSmtp);

        codes.ShouldAllBe(code => code == HttpStatusCode.Accepted || code == HttpStatusCode.TooManyRequests);
        replies.ShouldAllBe(reply => reply.StartsWith("250 ", StringComparison.Ordinal)
            || reply.StartsWith("451 4.7.1 ", StringComparison.Ordinal));
        (codes.Count(code => code == HttpStatusCode.Accepted)
            + replies.Count(reply => reply.StartsWith("250 ", StringComparison.Ordinal))).ShouldBe(10);
        (await tenant.GetFromJsonAsync<JsonElement>("/v1/allowance")).GetProperty("messages").GetRawText()
            .ShouldBe("""{"used":100,"limit":100,"left":0}""");
    }

    /// <summary>The plan's limit, and submission without a login from here.</summary>
    private static async Task Open(RunningSilo silo, FirstCredentials first)
    {
        using var admin = Client(silo, first.OperatorKey);
        var plan = new
        {
            price = 0,
            log_retention_days = 1,
            roles = false,
            blacklist_file = false,
            messages_per_month = Limit,
        };
        (await admin.PutAsJsonAsync("/v1/admin/plans/startup", plan)).EnsureSuccessStatusCode();
        var networks = new { networks = new[] { "127.0.0.0/8" }, any_sender = true };
        (await admin.PutAsJsonAsync(
            "/v1/admin/tenants/demo/smtp-accounts/acc_demo/trusted-networks", networks)).EnsureSuccessStatusCode();
    }

    private static HttpClient Client(RunningSilo silo, string key)
    {
        var http = silo.Client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return http;
    }

    private static async Task<HttpStatusCode> Send(HttpClient tenant, IEnumerable<string> to)
    {
        var mail = new { from = "news@sandbox.test", to = to.ToArray(), subject = "hello", text = "text" };
        using var answer = await tenant.PostAsJsonAsync("/v1/messages", mail);
        return answer.StatusCode;
    }

    /// <returns>The last reply.</returns>
    private static async Task<string> Send(RunningSilo silo, string to)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(silo.Listeners.Submission!);
        using var replies = new StreamReader(client.GetStream(), Encoding.ASCII);
        var reply = await replies.ReadLineAsync();
        foreach (var command in (string[])[
            "HELO app.example", "MAIL FROM:<news@sandbox.test>", $"RCPT TO:<{to}>", "DATA",
            "From: news@sandbox.test\r\nSubject: hello\r\n\r\ntext\r\n."])
        {
            reply.ShouldNotBeNull().ShouldMatch("^(220|250|354) ");
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"));
            reply = await replies.ReadLineAsync();
        }

        return reply!;
    }
}
