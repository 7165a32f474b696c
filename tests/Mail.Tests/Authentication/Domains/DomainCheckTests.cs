using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Domains;
using Actors.Mail.Tests.Authentication.Lookups;

namespace Actors.Mail.Tests.Authentication.Domains;

public sealed class DomainCheckTests
{
    private const string KeyName = "mail._domainkey.example.org";
    private static readonly PublicKey Ours = Generated();
    private static readonly DomainExpectation Plain = new(DomainName.Parse("example.org"));

    private readonly TestZone zone = new();

    [Theory]
    [InlineData("v=spf1 include:_spf.platform.example ~all", DomainState.Fine, "which needs 1 of 10 look-ups")]
    [InlineData("v=spf1 include:other.example -all", DomainState.Fine, "includes _spf.platform.example")]
    [InlineData("v=spf1 redirect=_spf.platform.example", DomainState.Fine, "includes _spf.platform.example")]
    [InlineData("v=spf1 ip4:192.0.2.1 -all", DomainState.Wrong, "does not include _spf.platform.example")]
    [InlineData("v=spf1 -all include:_spf.platform.example", DomainState.Wrong, "does not include")]
    [InlineData("v=spf1 include:_spf.platform.example +all", DomainState.Weak, "lets every server")]
    [InlineData("v=spf1 include:_spf.platform.example", DomainState.Weak, "says nothing about servers")]
    [InlineData("v=spf1 include:_spf.platform.example oops", DomainState.Wrong, "\"oops\" is neither")]
    [InlineData("v=spf1 a a a a a a a a a a include:_spf.platform.example -all", DomainState.Wrong, "needs 11")]
    [InlineData("v=spf1 a:x.example a:y.example a:z.example -all", DomainState.Wrong, "names 3 hosts that do not")]
    [InlineData("v=spf1 -all|v=spf1 ~all", DomainState.Wrong, "has 2 SPF records")]
    [InlineData("some-verification=1", DomainState.Missing, "has no SPF record")]
    public async Task spf_is_there_once_within_limits_and_contains_ours(string texts, DomainState state, string text)
    {
        zone.Txt("example.org", texts.Split('|')).A("example.org", "192.0.2.1")
            .Txt("_spf.platform.example", "v=spf1 ip4:192.0.2.0/24 -all")
            .Txt("other.example", "v=spf1 include:_spf.platform.example -all");
        var finding = await Find(Plain with { SpfInclude = "_spf.Platform.example." }, DomainAspect.Spf);
        (finding.State, finding.Name).ShouldBe((state, "example.org"));
        finding.Text.ShouldContain(text);
        (finding.Remedy is null).ShouldBe(state == DomainState.Fine);
    }

    /// <summary>Nobody knows whether receivers can use a policy of which a part was not seen.</summary>
    [Theory]
    [InlineData("v=spf1 include:_spf.platform.example -all")]
    [InlineData("v=spf1 include:other.example -all")]
    [InlineData("v=spf1 a:_spf.platform.example -all")]
    public async Task a_policy_of_which_dns_kept_a_part_back_is_unknown(string policy)
    {
        zone.Txt("example.org", policy).Broken("_spf.platform.example").Broken("other.example");
        (await Find(Plain, DomainAspect.Spf)).State.ShouldBe(DomainState.Unknown);
    }

    [Fact]
    public async Task the_policy_of_the_return_path_is_the_one_that_counts()
    {
        zone.Txt("example.org", "v=spf1 -all").Txt("bounce.example.org", "v=spf1 ip4:192.0.2.1 -all");
        var finding = await Find(
            Plain with { ReturnPath = DomainName.Parse("bounce.example.org") }, DomainAspect.Spf);
        (finding.Name, finding.State).ShouldBe(("bounce.example.org", DomainState.Fine));
    }

    [Fact]
    public async Task the_key_that_signs_is_fine_and_an_alias_of_it_is_too()
    {
        zone.Txt(KeyName, KeyRecord.TextFor(Ours));
        (await Key(Ours)).Text.ShouldBe("has the key that signs, RSA of 2048 bits");

        zone.Cname("two._domainkey.example.org", "keys.platform.example")
            .Txt("keys.platform.example", KeyRecord.TextFor(Ours));
        var alias = await Key(Ours, "two");
        (alias.State, alias.Text).ShouldBe(
            (DomainState.Fine, "has the key that signs, RSA of 2048 bits (an alias of keys.platform.example)"));
    }

    [Theory]
    [InlineData("v=DKIM1; p=", "was revoked")]
    [InlineData("v=DKIM1; p=AAAA", "no usable RSA key")]
    [InlineData("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "no usable RSA key")]
    [InlineData("nonsense", "is no key")]
    [InlineData("KEY; s=other", "not for e-mail")]
    [InlineData("KEY; h=sha1", "not for e-mail with SHA-256")]
    public async Task a_key_that_cannot_be_used_is_wrong(string text, string reason)
    {
        zone.Txt(KeyName, text.Replace("KEY", KeyRecord.TextFor(Ours), StringComparison.Ordinal));
        var finding = await Key(Ours);
        finding.State.ShouldBe(DomainState.Wrong);
        finding.Text.ShouldContain(reason);
        finding.Remedy!.ShouldContain("p=");
    }

    [Fact]
    public async Task another_key_and_two_of_them_are_wrong()
    {
        zone.Txt(KeyName, KeyRecord.TextFor(Generated()));
        (await Key(Ours)).Text.ShouldBe("has another key than the one that signs");
        (await Key(null)).State.ShouldBe(DomainState.Fine);
        zone.Txt(KeyName, KeyRecord.TextFor(Ours));
        (await Key(Ours)).Text.ShouldContain("has 2 TXT records");
    }

    [Fact]
    public async Task a_key_on_trial_is_weak_and_none_is_missing()
    {
        (await Key(Ours)).State.ShouldBe(DomainState.Missing);
        zone.Txt(KeyName, KeyRecord.TextFor(Ours) + "; t=y");
        (await Key(Ours)).State.ShouldBe(DomainState.Weak);
    }

    [Theory]
    [InlineData("_dmarc.example.org", "v=DMARC1; p=reject", DomainState.Fine, "asks for reject")]
    [InlineData("_dmarc.org", "v=DMARC1; p=none; psd=y", DomainState.Fine, "which applies to example.org too")]
    [InlineData("_dmarc.example.org", "v=DMARC1; p=reject; t=y", DomainState.Fine, "asks for quarantine")]
    [InlineData("_dmarc.example.org", "v=DMARC1; p=none; pct=5", DomainState.Weak, "pct= has no meaning any more")]
    [InlineData("_dmarc.example.org", "v=DMARC1; p=all", DomainState.Wrong, "without a usable policy")]
    [InlineData("_dmarc.example.org", "v=DMARC1; p=none|v=DMARC1; p=none", DomainState.Wrong, "has 2 DMARC records")]
    [InlineData("_dmarc.example.org", "v=spf1", DomainState.Missing, "has no DMARC record")]
    public async Task dmarc_is_there_and_understood(string name, string texts, DomainState state, string text)
    {
        zone.Txt(name, texts.Split('|'));
        var finding = await Find(Plain, DomainAspect.Dmarc);
        finding.State.ShouldBe(state);
        finding.Text.ShouldContain(text);
    }

    [Theory]
    [InlineData("bounce.example.org", "example.org", "r", null)]
    [InlineData("platform.example", "example.org", "r", null)]
    [InlineData("bounce.example.org", "platform.example", "r", DomainState.Weak)]
    [InlineData("platform.example", "platform.example", "r", DomainState.Wrong)]
    [InlineData("bounce.example.org", "sub.example.org", "s", DomainState.Wrong)]
    public async Task a_return_path_or_a_signature_is_aligned(
        string path, string signer, string mode, DomainState? state)
    {
        zone.Txt("_dmarc.example.org", $"v=DMARC1; p=none; aspf={mode}; adkim={mode}");
        var expectation = Plain with
        {
            ReturnPath = DomainName.Parse(path),
            Keys = [new ExpectedKey(DomainName.Parse(signer), Selector.Parse("mail"), null)],
        };
        var findings = await DomainCheck.Run(expectation, zone, CancellationToken.None);
        var alignment = findings.Where(each => each.Aspect == DomainAspect.Dmarc).Skip(1).SingleOrDefault();
        (alignment?.State).ShouldBe(state);
    }

    [Fact]
    public async Task mail_to_the_domain_arrives_or_it_is_said_why_not()
    {
        (await Mx()).Text.ShouldBe("does not exist in DNS");
        zone.Empty("example.org");
        (await Mx()).State.ShouldBe(DomainState.Missing);
        zone.Aaaa("example.org", "2001:db8::1");
        (await Mx()).State.ShouldBe(DomainState.Weak);
        zone.Mx("example.org", "mx1.example.org", "mx2.example.org").Empty("mx1.example.org");
        (await Mx()).Text.ShouldContain("no address");
        zone.A("mx2.example.org", "192.0.2.1");
        (await Mx()).Text.ShouldBe("takes mail at mx2.example.org");
    }

    [Fact]
    public async Task a_null_mx_is_wrong()
    {
        zone.Mx("example.org", ".");
        (await Mx()).State.ShouldBe(DomainState.Wrong);
    }

    [Fact]
    public async Task silence_of_dns_is_never_taken_for_a_fault()
    {
        foreach (var name in (string[])["example.org", "_dmarc.example.org", KeyName])
            zone.Broken(name);
        var findings = await DomainCheck.Run(
            Plain with { Keys = [new ExpectedKey(Plain.Domain, Selector.Parse("mail"), Ours)] }, zone,
            CancellationToken.None);
        findings.Select(each => (each.Aspect, each.State)).ShouldBe(
        [
            (DomainAspect.Spf, DomainState.Unknown), (DomainAspect.Dkim, DomainState.Unknown),
            (DomainAspect.Dmarc, DomainState.Unknown), (DomainAspect.Mx, DomainState.Unknown),
        ]);
    }

    private static PublicKey Generated()
    {
        using var key = PrivateKey.Generate();
        return key.Public;
    }

    private Task<DomainFinding> Mx() => Find(Plain, DomainAspect.Mx);

    private Task<DomainFinding> Key(PublicKey? key, string selector = "mail") => Find(
        Plain with { Keys = [new ExpectedKey(Plain.Domain, Selector.Parse(selector), key)] }, DomainAspect.Dkim);

    private async Task<DomainFinding> Find(DomainExpectation expectation, DomainAspect aspect) =>
        (await DomainCheck.Run(expectation, zone, CancellationToken.None)).First(each => each.Aspect == aspect);
}
