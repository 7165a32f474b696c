using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Actors.Dns.MailExchange;
using Actors.Dns.Messages;
using Actors.Testing;

namespace Actors.Dns.Tests;

/// <summary>An independent name server as the other side.</summary>
public sealed class NsdTests
{
    private const string Zone = """
        $ORIGIN example.test.
        $TTL 300
        @        SOA   ns hostmaster 1 3600 600 86400 60
        @        NS    ns
        ns       A     127.0.0.1
        @        MX    20 mx2
        @        MX    10 mx1
        mx1      A     192.0.2.1
        mx1      AAAA  2001:db8::1
        mx2      A     192.0.2.2
        null     MX    0 .
        bare     A     192.0.2.3
        alias    CNAME mx1
        long     TXT   "part one, " "part two"
        nothing  TXT   "neither MX nor address"
        """;

    [RequiresProgramFact("nsd")]
    public async Task what_nsd_serves_is_understood()
    {
        var folder = Directory.CreateTempSubdirectory("nsd");
        var port = FreePort();
        using var nsd = await Start(folder.FullName, port);
        try
        {
            using var resolver = new StubResolver(
                new() { Servers = [new(IPAddress.Loopback, port)] }, TimeProvider.System, new SecureRandom());
            await Check(resolver);
        }
        finally
        {
            nsd.Kill();
            await nsd.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private static async Task Check(StubResolver resolver)
    {
        var exchangers = new MailExchangers(resolver, new Random(1), new());
        var found = (MailTargets.Found)await Find("example.test");
        found.Hosts.Select(h => $"{h.Name} {h.Preference} {string.Join(' ', h.Addresses)}").ShouldBe(
            ["mx1.example.test 10 192.0.2.1 2001:db8::1", "mx2.example.test 20 192.0.2.2"]);
        found.Site.ShouldBe("mx1.example.test");
        ((MailTargets.Found)await Find("bare.example.test")).Hosts.Single().Name.ShouldBe("bare.example.test");
        ((MailTargets.Failed)await Find("null.example.test")).Status.ShouldBe("5.1.10");
        ((MailTargets.Failed)await Find("nowhere.example.test")).Status.ShouldBe("5.1.2");
        ((MailTargets.Failed)await Find("nothing.example.test")).Status.ShouldBe("5.1.2");
        ((MailTargets.Failed)await Find("elsewhere.invalid")).Status.ShouldBe("4.4.3"); // nsd refuses foreign zones

        (await Ask("alias.example.test", RecordType.A)).ShouldBeOfType<DnsAnswer.Found>()
            .Name.Text.ShouldBe("mx1.example.test");
        (await Ask("long.example.test", RecordType.Txt)).ShouldBeOfType<DnsAnswer.Found>()
            .Records[0].ShouldBeOfType<DnsRecord.Txt>().Value.ShouldBe("part one, part two");

        ValueTask<MailTargets> Find(string domain) => exchangers.Find(DnsName.Parse(domain), CancellationToken.None);
        async Task<DnsAnswer> Ask(string name, RecordType type) =>
            await resolver.Resolve(DnsName.Parse(name), type, CancellationToken.None);
    }

    private static async Task<Process> Start(string folder, int port)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "zone"), Zone + "\n");
        var configuration = Path.Combine(folder, "nsd.conf");
        await File.WriteAllTextAsync(configuration, $"""
            server:
              ip-address: 127.0.0.1@{port}
              port: {port}
              username: ""
              zonesdir: "{folder}"
              database: ""
              pidfile: "{folder}/pid"
              xfrdfile: "{folder}/xfrd"
              xfrdir: "{folder}"
              zonelistfile: "{folder}/zones"
              server-count: 1
              verbosity: 1
            remote-control:
              control-enable: no
            zone:
              name: example.test
              zonefile: zone
            """ + "\n");
        var program = RequiresProgramFactAttribute.Find("nsd")!;
        var start = new ProcessStartInfo(program, ["-d", "-c", configuration]) { RedirectStandardError = true };
        var nsd = Process.Start(start)!;
        while (await nsd.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains("nsd started", StringComparison.Ordinal))
                return nsd;
        }
        throw new InvalidOperationException("nsd ended before it had started.");
    }

    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
