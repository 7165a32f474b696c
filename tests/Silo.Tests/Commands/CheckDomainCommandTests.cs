using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Silo.Tests.Harness;
using Actors.Testing;

namespace Actors.Silo.Tests.Commands;

/// <summary>The whole command against a real name server.</summary>
public sealed class CheckDomainCommandTests : IDisposable
{
    private const string Zone = """
        $ORIGIN example.
        $TTL 300
        @           SOA  ns hostmaster 1 3600 600 86400 60
        @           NS   ns
        ns          A    127.0.0.1
        good        MX   10 mx.good
        mx.good     A    192.0.2.1
        good        TXT  "v=spf1 include:_spf.platform.example ~all"
        _dmarc.good TXT  "v=DMARC1; p=quarantine; rua=mailto:r@good.example"
        _spf.platform TXT "v=spf1 ip4:192.0.2.0/24 -all"
        keys.platform TXT "v=DKIM1; p="
        mail._domainkey.bad CNAME keys.platform
        bad         TXT  "v=spf1 ip4:192.0.2 -all"
        bad         MX   0 .
        """;

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [RequiresProgramFact("nsd")]
    public async Task a_domain_that_publishes_all_of_it_is_fine()
    {
        var file = Path.Combine(folder.Path, "key.pem");
        (await ProgramRun.Of("dkim-key", "good.example", "mail", "--file", file)).ExitCode.ShouldBe(0);
        PrivateKey.TryReadPem(await File.ReadAllTextAsync(file), out var key, out _).ShouldBeTrue();
        using (key)
        {
            var line = KeyRecord.ZoneLine("mail._domainkey.good.example", key.Public);
            await using var nsd = await Nsd.Start(("example", $"{Zone}\n{line}"));
            var run = await Run(
                nsd, "good.example", "--dkim-keys", $"good.example:mail:{file}", "--spf-include",
                "_spf.platform.example");
            run.ExitCode.ShouldBe(0, run.Output + run.Error);
            run.Output.ShouldBe("""
                ok       SPF: good.example has one SPF record, which needs 1 of 10 look-ups and includes _spf.platform.example
                ok       DKIM: mail._domainkey.good.example has the key that signs, RSA of 2048 bits
                ok       DMARC: _dmarc.good.example asks for quarantine
                ok       MX: good.example takes mail at mx.good.example

                """);
        }
    }

    [RequiresProgramFact("nsd")]
    public async Task everything_wrong_is_said_with_its_remedy()
    {
        await using var nsd = await Nsd.Start(("example", Zone));
        var run = await Run(nsd, "bad.example", "--selector", "mail", "--selector", "other");
        run.ExitCode.ShouldBe(1, run.Error);
        run.Output.ShouldBe("""
            wrong    SPF: bad.example has an unusable policy: "ip4:192.0.2" is neither a mechanism nor a modifier that SPF knows (in the SPF record of bad.example)
                     Mend it: receivers refuse the whole policy for one error.
            wrong    DKIM: mail._domainkey.bad.example has a key that was revoked (p= is empty) (an alias of keys.platform.example)
                     Publish the key as a TXT record, or the alias that the sender named.
            missing  DKIM: other._domainkey.bad.example has no key
                     Publish the key as a TXT record, or the alias that the sender named.
            missing  DMARC: _dmarc.bad.example has no DMARC record, and nothing above it has one
                     Publish the TXT record "v=DMARC1; p=none; rua=mailto:ADDRESS" with an address of yours for reports; go on to p=quarantine and p=reject when the reports show that all your mail passes.
            wrong    MX: bad.example says that it takes no mail (null MX); many receivers then take none from it
                     Publish MX records of a server that takes its mail.

            """);
    }

    [Theory]
    [InlineData("exa mple")]
    [InlineData("example.com", "--return-path", "-")]
    [InlineData("example.com", "--selector", "a b")]
    public async Task what_is_no_name_is_refused(params string[] arguments)
    {
        var run = await ProgramRun.Of(["check-domain", .. arguments]);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("has to be");
    }

    [Fact]
    public async Task help_says_what_is_looked_at() =>
        (await ProgramRun.Of("check-domain", "--help")).Output.ShouldContain("SPF, DKIM, DMARC and MX");

    private static Task<ProgramRun> Run(Nsd nsd, params string[] arguments) =>
        ProgramRun.Of(["check-domain", .. arguments, "--delivery-dns-servers", nsd.EndPoint.ToString()]);
}
