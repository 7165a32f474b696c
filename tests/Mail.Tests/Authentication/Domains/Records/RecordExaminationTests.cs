using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Domains.Records;
using Actors.Mail.Tests.Authentication.Lookups;

namespace Actors.Mail.Tests.Authentication.Domains.Records;

public sealed class RecordExaminationTests
{
    private const string Name = "abc1._domainkey.example.com";
    private const string Target = "abc1.dkim.mail.example.net";
    private static readonly PrivateKey Ours = PrivateKey.Generate();
    private static readonly string OurText = KeyRecord.TextFor(Ours.Public);

    private static readonly ExpectedRecord Dkim =
        new ExpectedRecord.Alias(RecordPurpose.DkimFirst, Name, Target, Ours.Public);

    private static readonly ExpectedRecord ReturnPath =
        new ExpectedRecord.Alias(RecordPurpose.ReturnPath, "bounce.example.com", "abc.rp.mail.example.net");

    private static readonly ExpectedRecord Spf = new ExpectedRecord.Policy(
        RecordPurpose.Spf, "example.com", "v=spf1 include:_spf.mail.example.net ~all");

    private static readonly ExpectedRecord Dmarc =
        new ExpectedRecord.Policy(RecordPurpose.Dmarc, "_dmarc.example.com", "v=DMARC1; p=none");

    [Fact]
    public async Task an_alias_with_our_key_at_its_end_is_found() =>
        (await Look(Dkim, new TestZone().Cname(Name, Target).Txt(Target, OurText)))
            .ShouldBe((RecordState.Found, $"points to {Target}"));

    [Fact]
    public async Task an_alias_may_lead_over_another_one_of_the_customers() =>
        (await Look(Dkim, new TestZone().Cname(Name, "k.example.com").Cname("k.example.com", Target)
            .Txt(Target, OurText))).State.ShouldBe(RecordState.Found);

    [Fact]
    public async Task a_platforms_key_that_is_not_to_be_seen_counts_for_nothing() =>
        (await Look(Dkim, new TestZone().Cname(Name, Target).Txt(Target, "v=DKIM1; p=")))
            .State.ShouldBe(RecordState.Unknown);

    [Fact]
    public async Task no_record_is_missing() =>
        (await Look(Dkim, new TestZone())).ShouldBe((RecordState.Missing, "has no record"));

    [Fact]
    public async Task an_alias_to_another_owners_key_is_wrong() =>
        (await Look(Dkim, new TestZone().Cname(Name, "xyz1.dkim.mail.example.net")
            .Txt("xyz1.dkim.mail.example.net", OurText)))
            .ShouldBe((RecordState.Wrong, "points to xyz1.dkim.mail.example.net"));

    [Fact]
    public async Task the_key_itself_instead_of_the_alias_is_wrong() =>
        (await Look(Dkim, new TestZone().Txt(Name, OurText))).Text.ShouldStartWith("has the TXT record \"v=DKIM1");

    [Fact]
    public async Task aliases_in_a_circle_are_wrong_and_end() =>
        (await Look(Dkim, new TestZone().Cname(Name, "a.example.com").Cname("a.example.com", Name)))
            .ShouldBe((RecordState.Wrong, $"points to {Name}, and aliases that lead in a circle"));

    [Fact]
    public async Task a_chain_without_end_is_wrong_and_ends()
    {
        var zone = new TestZone().Cname(Name, "h0.example.com");
        for (var i = 0; i < 100; i++)
            zone.Cname($"h{i}.example.com", $"h{i + 1}.example.com");

        (await Look(Dkim, zone)).State.ShouldBe(RecordState.Wrong);
        zone.Asked.Count.ShouldBeLessThan(12);
    }

    [Theory]
    [InlineData(Name)]
    [InlineData(Target)]
    public async Task no_answer_is_unknown_wherever_it_fails(string broken) =>
        (await Look(Dkim, new TestZone().Cname(broken == Name ? "other.example" : Name, Target).Broken(broken)))
            .State.ShouldBe(RecordState.Unknown);

    [Fact]
    public async Task a_host_with_an_address_instead_of_an_alias_is_wrong() =>
        (await Look(ReturnPath, new TestZone().A("bounce.example.com", "192.0.2.1")))
            .ShouldBe((RecordState.Wrong, "has the address 192.0.2.1 instead of an alias"));

    [Fact]
    public async Task an_include_within_the_customers_own_policy_is_found() =>
        (await Look(Spf, new TestZone()
            .Txt("example.com", "v=spf1 ip4:192.0.2.0/24 include:_spf.mail.example.net -all")
            .Txt("_spf.mail.example.net", "v=spf1 ip4:198.51.100.1 -all")))
            .State.ShouldBe(RecordState.Found);

    [Fact]
    public async Task a_policy_without_the_include_or_twice_says_so()
    {
        (await Look(Spf, new TestZone())).ShouldBe((RecordState.Missing, "has no SPF record"));
        (await Look(Spf, new TestZone().Txt("example.com", "v=spf1 -all"))).State.ShouldBe(RecordState.Missing);
        (await Look(Spf, new TestZone().Txt("example.com", "v=spf1 -all", "v=spf1 mx -all")))
            .ShouldBe((RecordState.Wrong, "has 2 SPF records, so receivers use none"));
        (await Look(Spf, new TestZone().Broken("example.com"))).State.ShouldBe(RecordState.Unknown);
    }

    [Fact]
    public async Task any_dmarc_policy_of_the_customers_will_do()
    {
        (await Look(Dmarc, new TestZone().Txt("_dmarc.example.com", "v=DMARC1; p=reject")))
            .ShouldBe((RecordState.Found, "has \"v=DMARC1; p=reject\""));
        (await Look(Dmarc, new TestZone())).State.ShouldBe(RecordState.Missing);
        (await Look(Dmarc, new TestZone().Txt("_dmarc.example.com", "v=DMARC1; p=reject", "v=DMARC1; p=none")))
            .State.ShouldBe(RecordState.Wrong);
        (await Look(Dmarc, new TestZone().Broken("_dmarc.example.com"))).State.ShouldBe(RecordState.Unknown);
    }

    [Fact]
    public async Task what_a_stranger_publishes_is_shown_cut_and_harmless()
    {
        var (_, text) = await Look(Dkim, new TestZone().Txt(Name, "\u001b[2J" + new string('x', 5000)));

        text.Length.ShouldBe(RecordFinding.TextMax);
        text.ShouldNotContain('\u001b');
    }

    private static async Task<(RecordState State, string Text)> Look(ExpectedRecord expected, TestZone zone)
    {
        var finding = await RecordExamination.Look(expected, zone, CancellationToken.None);
        finding.Purpose.ShouldBe(expected.Purpose);
        return (finding.State, finding.Text);
    }
}
