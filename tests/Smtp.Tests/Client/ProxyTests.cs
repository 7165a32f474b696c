using System.Net;
using System.Text;
using Actors.Smtp.Client;
using Actors.Smtp.Client.Proxies;

namespace Actors.Smtp.Tests.Client;

/// <summary>What is said to proxies octet by octet, and what becomes of their answers.</summary>
public sealed class ProxyTests : IAsyncDisposable
{
    private const ProxyKind Socks4 = ProxyKind.Socks4, Socks5 = ProxyKind.Socks5, Http = ProxyKind.HttpConnect;

    private static readonly ProxyCredentials Login = new("user", "secret");
    private readonly FakeServer server = new();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static byte[] Text(string text) => Encoding.Latin1.GetBytes(text);

    private SmtpEndpoint Through(ScriptedProxy proxy, ProxyKind kind, bool resolves = false, bool logsIn = false) =>
        server.Endpoint() with
        {
            Proxy = new(kind, new(IPAddress.Loopback, proxy.Port))
            {
                Resolves = resolves,
                Credentials = logsIn ? Login : null,
            },
        };

    private static async Task Delivers(SmtpEndpoint endpoint)
    {
        using var connection = await Given.Open(endpoint);
        (await connection.Send(Given.Message(), default)).Lines().ShouldBe(["250 2.0.0 FinalDot"]);
    }

    private static async Task Fails(SmtpEndpoint endpoint, string why)
    {
        var failed = await Given.Fail(endpoint);
        (failed.Stage, failed.Reply.Code, failed.Reply.Status.ToString()).ShouldBe((SendStage.Connect, 451, "4.4.1"));
        failed.Reply.Text.ShouldContain(why);
    }

    /// <summary>Of a request for the server's address without a login.</summary>
    private int HttpOctets => Text(
        $"CONNECT 127.0.0.1:{server.Port} HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\n\r\n").Length;

    private byte[] Port() => [(byte)(server.Port >> 8), (byte)server.Port];

    [Theory]
    [InlineData(ReplyCut.Whole)]
    [InlineData(ReplyCut.ByByte)]
    public async Task socks4_is_told_the_address(ReplyCut cut)
    {
        await using var proxy = new ScriptedProxy(server.Port, cut, (13, [0, 90, 0, 0, 0, 0, 0, 0]));
        await Delivers(Through(proxy, Socks4, logsIn: true));
        proxy.Heard[0].ShouldBe([4, 1, .. Port(), 127, 0, 0, 1, .. Text("user\0")]);
    }

    [Theory]
    [InlineData(ReplyCut.Whole)]
    [InlineData(ReplyCut.ByByte)]
    public async Task socks4a_is_told_the_name(ReplyCut cut)
    {
        await using var proxy = new ScriptedProxy(server.Port, cut, (19, [0, 90, 0, 0, 0, 0, 0, 0]));
        await Delivers(Through(proxy, Socks4, resolves: true));
        proxy.Heard[0].ShouldBe([4, 1, .. Port(), 0, 0, 0, 1, 0, .. Text("localhost\0")]);
    }

    [Theory]
    [InlineData(ReplyCut.Whole)]
    [InlineData(ReplyCut.ByByte)]
    public async Task socks5_is_told_user_password_and_address(ReplyCut cut)
    {
        await using var proxy = new ScriptedProxy(
            server.Port, cut, (4, [5, 2]), (13, [1, 0]), (10, [5, 0, 0, 1, 1, 2, 3, 4, 5, 6]));
        await Delivers(Through(proxy, Socks5, logsIn: true));
        proxy.Heard.ShouldBe(
        [
            [5, 2, 0, 2], [1, 4, .. Text("user"), 6, .. Text("secret")], [5, 1, 0, 1, 127, 0, 0, 1, .. Port()],
        ]);
    }

    [Theory]
    [InlineData(new byte[] { 5, 0, 0, 3, 2, 65, 66, 1, 2 })]
    [InlineData(new byte[] { 5, 0, 0, 4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1, 2 })]
    public async Task socks5_is_told_the_name_and_may_answer_with_any_address(byte[] answer)
    {
        await using var proxy = new ScriptedProxy(server.Port, ReplyCut.Whole, (3, [5, 0]), (16, answer));
        await Delivers(Through(proxy, Socks5, resolves: true));
        proxy.Heard[1].ShouldBe([5, 1, 0, 3, 9, .. Text("localhost"), .. Port()]);
    }

    [Theory]
    [InlineData(ReplyCut.Whole)]
    [InlineData(ReplyCut.ByByte)]
    public async Task http_is_told_user_password_and_address(ReplyCut cut)
    {
        var request = Text(
            $"CONNECT 127.0.0.1:{server.Port} HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\n"
            + "Proxy-Authorization: Basic dXNlcjpzZWNyZXQ=\r\n\r\n");
        await using var proxy = new ScriptedProxy(
            server.Port, cut, (request.Length, Text("HTTP/1.0 200 Established\r\nVia: x\r\n\r\n")));
        await Delivers(Through(proxy, Http, logsIn: true));
        proxy.Heard[0].ShouldBe(request);
    }

    [Fact]
    public async Task what_comes_behind_a_proxys_answer_is_the_servers_greeting()
    {
        var request = Text($"CONNECT localhost:{server.Port} HTTP/1.1\r\nHost: localhost:{server.Port}\r\n\r\n");
        await using var proxy = new ScriptedProxy(
            0, ReplyCut.Whole, (request.Length, Text("HTTP/1.1 200 OK\r\n\r\n554 5.7.1 Go away\r\n")));
        var failed = await Given.Fail(Through(proxy, Http, resolves: true));
        (failed.Stage, failed.Reply.ToString()).ShouldBe((SendStage.Greeting, "554 5.7.1 Go away"));
    }

    [Fact]
    public async Task nothing_is_believed_that_came_behind_a_proxys_answer_and_before_tls()
    {
        server.ImplicitTls = true;
        server.Certificate = TestCertificate.For("localhost");
        await using var proxy = new ScriptedProxy(
            server.Port, ReplyCut.Whole,
            (9, [0, 90, 0, 0, 0, 0, 0, 0, .. Text("220 fake\r\n250-fake\r\n250 AUTH PLAIN\r\n")]));
        var failed = await Given.Fail(Through(proxy, Socks4) with { ImplicitTls = true, Tls = TlsPolicy.Required });
        (failed.Stage, failed.Reply.ToString()).ShouldBe(
            (SendStage.StartTls, "451 4.7.5 Unprotected data came before TLS"));
    }

    [Theory]
    [InlineData(Socks4, new byte[] { 0, 91, 0, 0, 0, 0, 0, 0 }, "it refused, or could not reach the server")]
    [InlineData(Socks4, new byte[] { 0, 93, 0, 0, 0, 0, 0, 0 }, "it does not accept the user name")]
    [InlineData(Socks4, new byte[] { 5, 90, 0, 0, 0, 0, 0, 0 }, "it does not speak SOCKS 4")]
    [InlineData(Socks5, new byte[] { 4, 0 }, "it does not speak SOCKS 5")]
    [InlineData(Socks5, new byte[] { 5, 255 }, "it asks for a login that is not configured")]
    [InlineData(Socks5, new byte[] { 5, 2 }, "it asks for a login that is not configured")]
    [InlineData(Socks5, new byte[] { 5, 0, 5, 2, 0, 1 }, "it does not allow this connection")]
    [InlineData(Socks5, new byte[] { 5, 0, 5, 0, 0, 9 }, "it does not speak SOCKS 5")]
    [InlineData(Socks5, new byte[] { 5 }, "the proxy closed the connection")]
    public async Task a_proxys_no_is_a_failure_to_connect(ProxyKind kind, byte[] answer, string why)
    {
        await using var proxy = new ScriptedProxy(0, ReplyCut.Whole, (3, answer));
        await Fails(Through(proxy, kind), why);
    }

    [Theory]
    [InlineData("HTTP/1.1 403 No\r\n\r\n", "it answered with HTTP status 403")]
    [InlineData("HTTP/1.1 407 No\r\n\r\n", "it does not accept user name and password")]
    [InlineData("HTTP/1.1 2\r\n\r\n", "it does not speak HTTP")]
    [InlineData("220 mx.example ESMTP\r\n\r\n", "it does not speak HTTP")]
    [InlineData("HTTP/1.1 200 OK\r\n", "the proxy closed the connection")]
    public async Task an_http_status_tells_why_not(string answer, string why)
    {
        await using var proxy = new ScriptedProxy(0, ReplyCut.ByByte, (HttpOctets, Text(answer)));
        await Fails(Through(proxy, Http), why);
    }

    [Fact]
    public async Task an_answer_without_end_is_given_up()
    {
        await using var proxy = new ScriptedProxy(
            0, ReplyCut.Whole, (HttpOctets, Text("HTTP/1.1 200 OK\r\n" + new string('x', 100_000))));
        await Fails(Through(proxy, Http), "its answer is too long");
    }

    [Fact]
    public async Task a_proxy_that_does_not_answer_is_given_up()
    {
        await using var proxy = new ScriptedProxy(server.Port, ReplyCut.Whole, (10_000, []));
        var options = new SmtpClientOptions { ConnectTimeout = TimeSpan.FromSeconds(1) };
        var failed = await Given.Fail(Through(proxy, Socks5), TimeProvider.System, options);
        (failed.Stage, failed.Reply.Text).ShouldBe((SendStage.Connect, "Connection timed out"));
    }

    [Fact]
    public async Task a_name_that_would_end_a_line_is_told_to_no_proxy()
    {
        await using var proxy = new ScriptedProxy(0, ReplyCut.Whole);
        var endpoint = Through(proxy, Http, resolves: true) with { Host = "mx.test\r\nX-Injected: y" };
        await Fails(endpoint, "the server's name cannot be told to it");
    }

    [Fact]
    public async Task socks4_knows_no_ipv6()
    {
        await using var proxy = new ScriptedProxy(0, ReplyCut.Whole);
        await Fails(Through(proxy, Socks4) with { Address = IPAddress.IPv6Loopback }, "IPv4 addresses only");
    }

    [Theory]
    [InlineData("socks5://192.0.2.1:1080", Socks5, false, "192.0.2.1:1080", null)]
    [InlineData("socks5h://us%40er:p%3Aw@192.0.2.1:1080", Socks5, true, "192.0.2.1:1080", "us@er/p:w")]
    [InlineData("SOCKS4://192.0.2.1:1/", Socks4, false, "192.0.2.1:1", null)]
    [InlineData("socks4a://192.0.2.1:1", Socks4, true, "192.0.2.1:1", null)]
    [InlineData("http://[2001:db8::1]:80", Http, false, "[2001:db8::1]:80", null)]
    public void a_proxy_is_written_as_a_uri(string text, ProxyKind kind, bool resolves, string endPoint, string? login)
    {
        ProxyServer.TryParse(text, out var proxy).ShouldBeTrue();
        (proxy!.Kind, proxy.Resolves, proxy.EndPoint.ToString()).ShouldBe((kind, resolves, endPoint));
        (proxy.Credentials is { } credentials ? $"{credentials.User}/{credentials.Password}" : null).ShouldBe(login);
        proxy.ToString().ShouldNotContain("p:w");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("192.0.2.1:1080")]
    [InlineData("socks5://192.0.2.1")]
    [InlineData("http://192.0.2.1")]
    [InlineData("https://192.0.2.1:443")]
    [InlineData("socks5://proxy.example:1080")]
    [InlineData("socks5://user@192.0.2.1:1080")]
    [InlineData("socks5://user:@192.0.2.1:1080")]
    [InlineData("socks5://u:p%0D%0AX@192.0.2.1:1080")]
    [InlineData("socks5://192.0.2.1:1080/path")]
    [InlineData("socks5://192.0.2.1:1080?x")]
    public void anything_else_is_no_proxy(string? text) => ProxyServer.TryParse(text, out _).ShouldBeFalse();
}
