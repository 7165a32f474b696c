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
        round    CNAME about
        about    CNAME round
        astray   CNAME nowhere
        long     TXT   "part one, " "part two"
        nothing  TXT   "neither MX nor address"
        _25._tcp.mx1  TLSA 3 1 1 abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789
        child    NS    ns.child
        ns.child A     127.0.0.1
        """;

    private const string Reverse = """
        $ORIGIN 2.0.192.in-addr.arpa.
        $TTL 300
        @ SOA ns.example.test. hostmaster.example.test. 1 3600 600 86400 60
        @ NS  ns.example.test.
        1 PTR mx1.example.test.
        """;

    [RequiresProgramFact("nsd")]
    public async Task mail_goes_where_nsd_says()
    {
        await using var nsd = await Serve();
        using var resolver = Resolver(nsd);
        var exchangers = new MailExchangers(resolver, new Random(1), new());
        var found = (MailTargets.Found)await Find("example.test");
        found.Hosts.Select(h => $"{h.Name} {h.Preference} {string.Join(' ', h.Addresses)}").ShouldBe(
            ["mx1.example.test 10 192.0.2.1 2001:db8::1", "mx2.example.test 20 192.0.2.2"]);
        found.Site.ShouldBe("mx1.example.test");
        ((MailTargets.Found)await Find("bare.example.test")).Hosts.Single().Name.ShouldBe("bare.example.test");
        (await Fault("null.example.test")).ShouldBe((MailTargetFault.NullMx, "5.1.10"));
        (await Fault("nowhere.example.test")).ShouldBe((MailTargetFault.NoSuchDomain, "5.1.2"));
        (await Fault("nothing.example.test")).ShouldBe((MailTargetFault.NoMailServer, "5.1.2"));
        (await Fault("round.example.test")).ShouldBe((MailTargetFault.ServerFailed, "4.4.3"));
        (await Fault("a.child.example.test")).ShouldBe((MailTargetFault.ServerFailed, "4.4.3")); // refers onwards
        (await Fault("elsewhere.invalid")).ShouldBe((MailTargetFault.ServerFailed, "4.4.3")); // refuses foreign zones

        ValueTask<MailTargets> Find(string domain) =>
            exchangers.Find(DnsName.Parse(domain), "", CancellationToken.None);
        async Task<(MailTargetFault, string)> Fault(string domain) =>
            await Find(domain) is MailTargets.Failed failed
                ? (failed.Fault, failed.Status)
                : throw new InvalidOperationException($"{domain} was found");
    }

    [RequiresProgramFact("nsd")]
    public async Task records_of_every_type_are_read_as_nsd_writes_them()
    {
        await using var nsd = await Serve();
        using var resolver = Resolver(nsd);
        (await Found("alias.example.test", RecordType.A)).Name.Text.ShouldBe("mx1.example.test");
        (await Found("long.example.test", RecordType.Txt)).Records[0].ShouldBeOfType<DnsRecord.Txt>()
            .Value.ShouldBe("part one, part two");
        (await Found("1.2.0.192.in-addr.arpa", RecordType.Ptr)).Records[0].ShouldBeOfType<DnsRecord.Pointer>()
            .Target.Text.ShouldBe("mx1.example.test");
        (await Found("_25._tcp.mx1.example.test", RecordType.Tlsa)).Records[0].ShouldBeOfType<DnsRecord.Tlsa>()
            .Value.Span[..5].ToArray().ShouldBe([3, 1, 1, 0xab, 0xcd]);
        (await Ask("nothing.example.test", RecordType.A)).ShouldBeOfType<DnsAnswer.NoData>();
        (await Ask("astray.example.test", RecordType.A)).ShouldBeOfType<DnsAnswer.NxDomain>();

        async Task<DnsAnswer> Ask(string name, RecordType type) =>
            await resolver.Resolve(DnsName.Parse(name), type, CancellationToken.None);
        async Task<DnsAnswer.Found> Found(string name, RecordType type) =>
            (await Ask(name, type)).ShouldBeOfType<DnsAnswer.Found>();
    }

    [RequiresProgramFact("nsd")]
    public async Task what_is_too_large_for_a_packet_comes_over_tcp()
    {
        var texts = string.Join('\n', Enumerable.Range(0, 60).Select(i => $"big TXT \"{i} {new string('x', 200)}\""));
        await using var nsd = await Nsd.Start(("example.test", Zone + "\n" + texts));
        using var resolver = Resolver(nsd);
        var answer = await resolver.Resolve(
            DnsName.Parse("big.example.test"), RecordType.Txt, CancellationToken.None);
        answer.ShouldBeOfType<DnsAnswer.Found>().Records.Count.ShouldBe(60);
    }

    private static Task<Nsd> Serve() => Nsd.Start(("example.test", Zone), ("2.0.192.in-addr.arpa", Reverse));

    private static StubResolver Resolver(Nsd nsd) =>
        new(new() { Servers = [nsd.EndPoint] }, new ManualTime(), new SecureRandom());
}
