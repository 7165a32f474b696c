using System.Globalization;
using Actors.Smtp.Client;
using Actors.Smtp.Client.Proxies;
using Actors.Testing;

namespace Actors.Smtp.Tests.Client;

/// <summary>Through proxies that other people wrote: microsocks, Dante and Tinyproxy.</summary>
public sealed class RealProxyTests : IAsyncDisposable
{
    private readonly FakeServer server = new()
    {
        Extensions = ["PIPELINING", "STARTTLS"],
        Certificate = TestCertificate.For("localhost"),
    };

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [RequiresProgramFact("microsocks")]
    public async Task microsocks_lets_mail_through_with_user_and_password()
    {
        await using var proxy = await ForeignProgram.Start("microsocks", (at, _) =>
        [
            "-i", at.Address.ToString(), "-p", at.Port.ToString(CultureInfo.InvariantCulture),
            "-u", "user", "-P", "secret",
        ]);
        await Delivers($"socks5://user:secret@{proxy.EndPoint}");
        await Delivers($"socks5h://user:secret@{proxy.EndPoint}");
        await Fails($"socks5://user:wrong@{proxy.EndPoint}", "it does not accept user name and password");
        await Fails($"socks5://{proxy.EndPoint}", "it asks for a login that is not configured");
        await FailsAtClosedPort($"socks5://user:secret@{proxy.EndPoint}", "connection refused by the server");
    }

    [RequiresProgramFact("danted")]
    public async Task dante_lets_mail_through_by_both_versions_of_socks()
    {
        await using var proxy = await ForeignProgram.Start("danted", (at, folder) =>
        {
            var file = Path.Combine(folder, "danted.conf");
            File.WriteAllText(file, $$"""
                logoutput: stderr
                internal: {{at.Address}} port = {{at.Port}}
                external: 127.0.0.1
                clientmethod: none
                socksmethod: none
                user.unprivileged: nobody
                client pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }
                socks pass { from: 127.0.0.0/8 to: 0.0.0.0/0 protocol: tcp }
                """);
            return ["-f", file, "-p", Path.Combine(folder, "danted.pid")];
        });
        foreach (var scheme in new[] { "socks4", "socks5", "socks5h" })
            await Delivers($"{scheme}://{proxy.EndPoint}");
        await FailsAtClosedPort(
            $"socks4://{proxy.EndPoint}", "it refused, or could not reach the server");
    }

    [RequiresProgramFact("tinyproxy")]
    public async Task tinyproxy_lets_mail_through_by_http_connect()
    {
        await using var proxy = await ForeignProgram.Start("tinyproxy", (at, folder) =>
        {
            var file = Path.Combine(folder, "tinyproxy.conf");
            File.WriteAllText(file, $"""
                Port {at.Port}
                Listen {at.Address}
                Timeout 60
                Allow 127.0.0.1
                BasicAuth user secret
                """);
            return ["-d", "-c", file];
        });
        await Delivers($"http://user:secret@{proxy.EndPoint}");
        await Fails($"http://user:wrong@{proxy.EndPoint}", "it answered with HTTP status 401");
        await Fails($"http://{proxy.EndPoint}", "it does not accept user name and password");
        await FailsAtClosedPort($"http://user:secret@{proxy.EndPoint}", "it answered with HTTP status 500");
    }

    private SmtpEndpoint Through(string proxy, TlsPolicy tls = TlsPolicy.Verified)
    {
        ProxyServer.TryParse(proxy, out var parsed).ShouldBeTrue();
        return server.Endpoint(tls) with { Proxy = parsed };
    }

    /// <summary>TLS is with the server and names it: the proxy only passes octets on.</summary>
    private async Task Delivers(string proxy)
    {
        var options = new SmtpClientOptions { TrustedRoots = [server.Certificate!] };
        var before = server.Contents.Count;
        using var connection = await Given.Open(Through(proxy), options: options);
        for (var i = 0; i < 2; i++)
            (await connection.Send(Given.Message(), default)).Lines().ShouldBe(["250 2.0.0 FinalDot"], proxy);
        connection.Tls!.IsVerified.ShouldBeTrue();
        server.Contents.Count.ShouldBe(before + 2);
    }

    private async Task Fails(string proxy, string why) => IsRefused(await Given.Fail(Through(proxy)), why);

    private async Task FailsAtClosedPort(string proxy, string why)
    {
        using var closed = new ClosedPort();
        IsRefused(await Given.Fail(Through(proxy) with { Port = closed.Port }), why);
    }

    private static void IsRefused(OpenResult.Failed failed, string why)
    {
        (failed.Stage, failed.FromPeer).ShouldBe((SendStage.Connect, false));
        failed.Reply.ToString().ShouldBe($"451 4.4.1 Could not connect through the proxy: {why}");
    }
}
