using Actors.Grains.Domains;
using Actors.Mail.Addresses;
using static Actors.Grains.Tests.Domains.Registered;

namespace Actors.Grains.Tests.Domains;

public sealed class DomainRecordsTests
{
    [Fact]
    public void the_owner_publishes_six_records() =>
        DomainRecords.Views(New(), Key.Domain, Options)
            .Select(view => $"{view.Name} {view.Type} {view.Value}{(view.IsRequired ? "!" : "")}").ShouldBe(
            [
                "abcdefgh2345-1._domainkey.example.com CNAME abcdefgh2345-1.dkim.mail.example.net!",
                "abcdefgh2345-2._domainkey.example.com CNAME abcdefgh2345-2.dkim.mail.example.net!",
                "bounce.example.com CNAME abcdefgh2345.rp.mail.example.net",
                "example.com TXT v=spf1 include:_spf.mail.example.net ~all",
                "_dmarc.example.com TXT v=DMARC1; p=none",
                "click.example.com CNAME track.mail.example.net",
            ]);

    [Fact]
    public void the_platform_holds_the_keys_and_the_spf_of_the_return_path() =>
        DomainRecords.Sets(New(), Key.Domain, Options).SelectMany(set => set.Entries)
            .Select(entry => $"{entry.Name} {entry.Type} {entry.Value}").ShouldBe(
            [
                "abcdefgh2345-1.dkim.mail.example.net TXT v=DKIM1; k=rsa; p=cHVibGlj",
                "abcdefgh2345-2.dkim.mail.example.net TXT v=DKIM1; k=rsa; p=cHVibGlj",
                "abcdefgh2345.rp.mail.example.net MX 10 mx.example.net",
                "abcdefgh2345.rp.mail.example.net TXT v=spf1 include:_spf.mail.example.net -all",
            ]);

    [Fact]
    public void another_tenant_has_other_records_for_the_same_domain()
    {
        var other = DomainRules.Registered(new DomainDraft(), "zyxwvuts7654", Start) with { Keys = BothKeys };

        DomainRecords.Wanted(other, Key.Domain, Options).Where(record => DomainRecords.IsRequired(record.Purpose))
            .Select(record => record.Name + record.Value)
            .ShouldAllBe(text => !text.Contains("abcdefgh2345", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dmarc@example.com", "mailto:dmarc@example.com")]
    [InlineData("a!b@example.com", "mailto:a%21b@example.com")]
    [InlineData("\"a,b;c\"@example.com", "mailto:%22a%2Cb%3Bc%22@example.com")]
    [InlineData("ž@bücher.example", "mailto:%C5%BE@xn--bcher-kva.example")]
    public void an_address_for_reports_stands_in_the_policy_as_a_uri(string address, string uri) =>
        DomainRecords.Wanted(New() with { DmarcReports = address }, Key.Domain, Options)
            .Single(record => record.Name.StartsWith("_dmarc.", StringComparison.Ordinal)).Value
            .ShouldBe($"v=DMARC1; p=none; rua={uri}");

    [Fact]
    public void a_domain_that_is_gone_has_nothing_in_the_zone_any_more() =>
        DomainRecords.Sets(New() with { IsDeleted = true }, Key.Domain, Options)
            .ShouldAllBe(set => set.Entries.IsEmpty);

    [Fact]
    public void of_its_own_name_the_platform_publishes_everything_itself()
    {
        var own = DomainRecords.Sets(New(), DomainName.Parse("mail.example.net"), Options)
            .SelectMany(set => set.Entries).Select(entry => $"{entry.Name} {entry.Type}").ToArray();

        own.ShouldContain("abcdefgh2345-1._domainkey.mail.example.net CNAME");
        own.ShouldContain("_dmarc.mail.example.net TXT");
    }

    [Fact]
    public void the_platforms_own_names_are_there_without_any_domain() =>
        PlatformZone.Entries(Options with { DmarcReports = "dmarc@mail.example.net" })
            .Select(entry => $"{entry.Name} {entry.Type} {entry.Value}").ShouldBe(
            [
                "_spf.mail.example.net TXT v=spf1 ip4:192.0.2.1 -all",
                "rp.mail.example.net MX 10 mx.example.net",
                "rp.mail.example.net TXT v=spf1 include:_spf.mail.example.net -all",
                "track.mail.example.net CNAME mx.example.net",
                "*._report._dmarc.mail.example.net TXT v=DMARC1",
            ]);
}
