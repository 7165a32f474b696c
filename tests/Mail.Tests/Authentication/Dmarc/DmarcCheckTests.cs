using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Verifying;
using Actors.Mail.Authentication.Dmarc;
using Actors.Mail.Authentication.Spf;
using Actors.Mail.Tests.Authentication.Lookups;

namespace Actors.Mail.Tests.Authentication.Dmarc;

public sealed class DmarcCheckTests
{
    private readonly TestZone zone = new();

    [Theory]
    [InlineData("example.org", "r", true)]
    [InlineData("bounce.example.org", "r", true)]
    [InlineData("Bounce.Example.ORG", "r", true)]
    [InlineData("bounce.example.org", "s", false)]
    [InlineData("mail.example.org", "s", true)]
    [InlineData("example.net", "r", false)]
    [InlineData("notexample.org", "r", false)]
    [InlineData("org", "r", false)]
    public async Task spf_passes_for_an_aligned_domain(string domain, string mode, bool passes)
    {
        zone.Txt("_dmarc.example.org", $"v=DMARC1; p=reject; aspf={mode}");
        var verdict = await Check("mail.example.org", Spf(domain));
        verdict.Result.ShouldBe(passes ? DmarcResult.Pass : DmarcResult.Fail);
        verdict.AlignedSpf.ShouldBe(passes ? domain : null);
    }

    [Theory]
    [InlineData("example.org", "r", true)]
    [InlineData("a.b.example.org", "r", true)]
    [InlineData("a.b.example.org", "s", false)]
    [InlineData("platform.example", "r", false)]
    public async Task a_signature_passes_for_an_aligned_domain(string domain, string mode, bool passes)
    {
        zone.Txt("_dmarc.example.org", $"v=DMARC1; p=reject; adkim={mode}");
        var verdict = await Check("example.org", null, Dkim("stranger.example"), Dkim(domain));
        (verdict.Result, verdict.AlignedDkim).ShouldBe(
            passes ? (DmarcResult.Pass, domain) : (DmarcResult.Fail, null));
    }

    [Fact]
    public async Task what_did_not_pass_proves_nothing()
    {
        zone.Txt("_dmarc.example.org", "v=DMARC1; p=reject");
        var verdict = await Check(
            "example.org", Spf("example.org", SpfResult.SoftFail), Dkim("example.org", DkimStatus.Fail));
        (verdict.Word, verdict.Policy!.Applied).ShouldBe(("fail", DmarcPolicy.Reject));
    }

    [Fact]
    public async Task organisations_below_one_public_suffix_are_strangers()
    {
        zone.Txt("_dmarc.shops.example", "v=DMARC1; p=reject; psd=y");
        (await Check("mail.one.shops.example", Spf("two.shops.example"))).Result.ShouldBe(DmarcResult.Fail);
        (await Check("mail.one.shops.example", Spf("one.shops.example"))).Result.ShouldBe(DmarcResult.Pass);
    }

    [Fact]
    public async Task a_zone_cut_separates_what_is_below_from_what_is_above()
    {
        zone.Txt("_dmarc.example.org", "v=DMARC1; p=reject").Txt("_dmarc.lab.example.org", "v=DMARC1; p=none; psd=n");
        (await Check("example.org", Spf("lab.example.org"))).Result.ShouldBe(DmarcResult.Fail);
        (await Check("lab.example.org", Spf("example.org"))).Result.ShouldBe(DmarcResult.Fail);
        (await Check("a.lab.example.org", Spf("b.lab.example.org"))).Result.ShouldBe(DmarcResult.Pass);
    }

    [Fact]
    public async Task without_a_record_dmarc_says_nothing() =>
        (await Check("example.org", Spf("example.org"))).Result.ShouldBe(DmarcResult.None);

    [Fact]
    public async Task a_record_that_asks_for_nothing_usable_is_a_permanent_error()
    {
        zone.Txt("_dmarc.example.org", "v=DMARC1; p=drop");
        (await Check("example.org", Spf("example.org"))).Result.ShouldBe(DmarcResult.PermError);
    }

    [Fact]
    public async Task what_dns_left_open_could_have_passed()
    {
        zone.Txt("_dmarc.example.org", "v=DMARC1; p=reject");
        (await Check("example.org", Spf("example.org", SpfResult.TempError))).Result.ShouldBe(DmarcResult.TempError);
        (await Check("example.org", null, Dkim("example.org", DkimStatus.TempError))).Result
            .ShouldBe(DmarcResult.TempError);
        zone.Broken("_dmarc.a.example.org");
        (await Check("example.org", Spf("a.example.org"))).Result.ShouldBe(DmarcResult.TempError);
        (await Check("example.org", Spf("a.example.org"), Dkim("example.org"))).Result.ShouldBe(DmarcResult.Pass);
        zone.Broken("_dmarc.example.net");
        (await Check("example.net", Spf("example.net"))).Result.ShouldBe(DmarcResult.TempError);
    }

    [Fact]
    public async Task ten_signatures_are_looked_at_and_not_one_more()
    {
        zone.Txt("_dmarc.example.org", "v=DMARC1; p=reject");
        DkimResult[] strangers = [.. Enumerable.Repeat(Dkim("stranger.example"), DmarcLimits.SignaturesMax - 1)];
        (await Check("example.org", null, [.. strangers, Dkim("example.org")])).Result.ShouldBe(DmarcResult.Pass);
        (await Check("example.org", null, [.. strangers, strangers[0], Dkim("example.org")])).Result
            .ShouldBe(DmarcResult.Fail);
    }

    [Fact]
    public async Task each_organisation_is_looked_for_once()
    {
        zone.Txt("_dmarc.example.org", "v=DMARC1; p=reject").Txt("_dmarc.lab.example.org", "v=DMARC1; p=none; psd=n");
        await Check("example.org", Spf("lab.example.org"), Dkim("lab.example.org"), Dkim("lab.example.org"));
        zone.Asked.Count(question => question == "TXT _dmarc.lab.example.org").ShouldBe(1);
    }

    private static SpfVerdict Spf(string domain, SpfResult result = SpfResult.Pass) => new(result, domain, "", null);

    private static DkimResult Dkim(string domain, DkimStatus status = DkimStatus.Pass) =>
        new(status, DomainName.Parse(domain), "s1", "");

    private async Task<DmarcVerdict> Check(string author, SpfVerdict? spf, params DkimResult[] dkim) =>
        await DmarcCheck.Run(DomainName.Parse(author), spf, dkim, zone, CancellationToken.None);
}
