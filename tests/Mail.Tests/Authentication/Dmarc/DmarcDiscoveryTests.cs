using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dmarc;
using Actors.Mail.Tests.Authentication.Lookups;

namespace Actors.Mail.Tests.Authentication.Dmarc;

public sealed class DmarcDiscoveryTests
{
    private readonly TestZone zone = new();

    [Fact]
    public async Task a_domain_with_a_record_has_its_policy()
    {
        zone.Txt("_dmarc.mail.example.org", "v=DMARC1; p=quarantine; sp=reject")
            .Txt("_dmarc.example.org", "v=DMARC1; p=reject");
        var found = await Found("mail.example.org");
        (found.Domain, found.OrganizationalDomain, found.Requested, found.Applied).ShouldBe(
            ("mail.example.org", "example.org", DmarcPolicy.Quarantine, DmarcPolicy.Quarantine));
    }

    [Fact]
    public async Task a_domain_without_one_has_its_organisations()
    {
        zone.Txt("_dmarc.example.org", "v=DMARC1; p=none; sp=quarantine; np=reject").Empty("mail.example.org");
        (await Found("mail.example.org")).Requested.ShouldBe(DmarcPolicy.Quarantine);
        (await Found("gone.example.org")).Requested.ShouldBe(DmarcPolicy.Reject);
        (await Found("example.org")).Requested.ShouldBe(DmarcPolicy.None);
    }

    [Fact]
    public async Task whether_a_name_exists_is_asked_only_where_it_matters()
    {
        zone.Txt("_dmarc.example.org", "v=DMARC1; p=none; np=none");
        await Found("gone.example.org");
        zone.Asked.ShouldNotContain("A gone.example.org");
    }

    [Fact]
    public async Task of_several_the_one_with_the_fewest_labels_is_the_organisations()
    {
        zone.Txt("_dmarc.mail.example.org", "v=DMARC1; p=none").Txt("_dmarc.example.org", "v=DMARC1; p=reject");
        var found = await Found("a.mail.example.org");
        (found.Domain, found.Requested).ShouldBe(("example.org", DmarcPolicy.Reject));
    }

    [Fact]
    public async Task psd_n_ends_the_walk_at_the_organisation()
    {
        zone.Txt("_dmarc.mail.example.org", "v=DMARC1; p=none; psd=n").Txt("_dmarc.example.org", "v=DMARC1; p=reject");
        var found = await Found("a.mail.example.org");
        (found.Domain, found.OrganizationalDomain).ShouldBe(("mail.example.org", "mail.example.org"));
        zone.Asked.ShouldNotContain("TXT _dmarc.example.org");
    }

    [Fact]
    public async Task psd_y_makes_the_name_one_label_below_the_organisation()
    {
        zone.Txt("_dmarc.bank", "v=DMARC1; p=reject; sp=quarantine; psd=y").Empty("a.mail.example.bank");
        var found = await Found("a.mail.example.bank");
        (found.Domain, found.OrganizationalDomain, found.Requested).ShouldBe(
            ("bank", "example.bank", DmarcPolicy.Quarantine));

        zone.Txt("_dmarc.example.bank", "v=DMARC1; p=none");
        (await Found("a.mail.example.bank")).Domain.ShouldBe("example.bank");
        (await Found("bank.example.bank")).OrganizationalDomain.ShouldBe("example.bank");
    }

    [Fact]
    public async Task psd_y_where_the_walk_began_says_nothing_about_it()
    {
        zone.Txt("_dmarc.co.example", "v=DMARC1; p=reject; psd=y");
        var found = await Found("co.example");
        (found.Domain, found.OrganizationalDomain).ShouldBe(("co.example", "co.example"));
    }

    [Fact]
    public async Task a_long_name_costs_eight_questions()
    {
        await Find("a.b.c.d.e.f.g.h.i.j.mail.example.com");
        zone.Asked.ShouldBe(
        [
            "TXT _dmarc.a.b.c.d.e.f.g.h.i.j.mail.example.com",
            "TXT _dmarc.g.h.i.j.mail.example.com",
            "TXT _dmarc.h.i.j.mail.example.com",
            "TXT _dmarc.i.j.mail.example.com",
            "TXT _dmarc.j.mail.example.com",
            "TXT _dmarc.mail.example.com",
            "TXT _dmarc.example.com",
            "TXT _dmarc.com",
        ]);
        zone.Asked.Clear();
        await Find("a.b.c.d.e.f.example.com");
        zone.Asked.Count.ShouldBe(DmarcLimits.QueriesMax);
    }

    [Fact]
    public async Task two_records_at_one_name_are_none()
    {
        zone.Txt("_dmarc.example.org", "v=DMARC1; p=none", "v=DMARC1; p=reject");
        (await Find("example.org")).ShouldBe(new DomainPolicy.Absent("example.org"));
    }

    [Fact]
    public async Task other_texts_at_the_name_do_not_matter()
    {
        zone.Txt("_dmarc.example.org", "some-verification=1", "v=DMARC1; p=reject");
        (await Found("example.org")).Requested.ShouldBe(DmarcPolicy.Reject);
    }

    [Fact]
    public async Task an_alias_is_followed()
    {
        zone.Cname("_dmarc.example.org", "example.org.dmarc.example.net")
            .Txt("example.org.dmarc.example.net", "v=DMARC1; p=reject");
        (await Found("example.org")).Requested.ShouldBe(DmarcPolicy.Reject);
    }

    [Theory]
    [InlineData("reject", DmarcPolicy.Quarantine)]
    [InlineData("quarantine", DmarcPolicy.None)]
    [InlineData("none", DmarcPolicy.None)]
    public async Task a_policy_under_test_is_applied_one_step_milder(string policy, DmarcPolicy applied)
    {
        zone.Txt("_dmarc.example.org", $"v=DMARC1; p={policy}; t=y");
        (await Found("example.org")).Applied.ShouldBe(applied);
    }

    [Fact]
    public async Task silence_of_dns_leaves_it_open()
    {
        zone.Broken("_dmarc.org");
        (await Find("example.org")).ShouldBeOfType<DomainPolicy.Unknown>();
        zone.Txt("_dmarc.example.net", "v=DMARC1; p=none; np=reject").Broken("a.example.net");
        (await Find("a.example.net")).ShouldBeOfType<DomainPolicy.Unknown>();
    }

    private async Task<DomainPolicy> Find(string domain) =>
        await DmarcDiscovery.Find(DomainName.Parse(domain), zone, CancellationToken.None);

    private async Task<DomainPolicy.Found> Found(string domain) =>
        (await Find(domain)).ShouldBeOfType<DomainPolicy.Found>();
}
