using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Senders;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;
using static Actors.Grains.Tests.Domains.Registered;

namespace Actors.Grains.Tests.Senders;

/// <summary>Which way mail leaves, and what its domain is worth there.</summary>
public sealed class WayRulesTests
{
    private static readonly TenantId Shop = TenantId.Parse("shop");
    private static readonly AccountId Account = AccountId.Parse("acc_own");
    private static readonly Submitter Platform = new(AccountId.Parse("acc_shop"), false, false);
    private static readonly Submitter Own = new(Account, ByOwnServer: true, ServerPasses: true);
    private static readonly TenantWay OwnWay = new(WayOut.Own, Account);

    [Fact]
    public void a_domain_goes_before_its_tenant()
    {
        WayRules.Of(null, OwnWay).ShouldBe(WayOut.Own);
        WayRules.Of(Of(WayOut.Platform), OwnWay).ShouldBe(WayOut.Platform);
        WayRules.Of(Of(WayOut.Hosted, verified: false), TenantWay.Default).ShouldBe(WayOut.Hosted);
    }

    [Fact]
    public void a_domain_that_says_nothing_is_hosted_once_it_is_verified_and_the_tenants_way_before()
    {
        WayRules.Of(Of(WayOut.Automatic), new TenantWay(WayOut.WhiteLabel)).ShouldBe(WayOut.Hosted);
        WayRules.Of(Of(WayOut.Automatic, verified: false), new TenantWay(WayOut.WhiteLabel))
            .ShouldBe(WayOut.WhiteLabel);
    }

    [Theory]
    [InlineData(WayOut.Platform, "shop@mail.example.net")]
    [InlineData(WayOut.WhiteLabel, "shop@neutral.example")]
    [InlineData(WayOut.Hosted, null)]
    [InlineData(WayOut.Own, null)]
    public void the_tenants_address_at_the_ways_domain_takes_the_place(WayOut way, string? ours) =>
        WayRules.Substitute(way, Shop, Platform, Options)?.ToString().ShouldBe(ours);

    [Fact]
    public void mail_by_an_own_server_keeps_its_author() =>
        WayRules.Substitute(WayOut.Platform, Shop, Own, Options).ShouldBeNull();

    [Theory]
    [InlineData("postmaster")]
    [InlineData("operator")]
    [InlineData("news")]
    public void a_tenant_that_is_called_like_the_platform_has_no_address_there(string tenant)
    {
        var options = Options with { OwnNames = ["news"] };

        WayRules.Substitute(WayOut.Platform, TenantId.Parse(tenant), Platform, options).ShouldBeNull();
        PlatformAddresses.IsOf(TenantId.Parse(tenant), EmailAddress.Parse($"{tenant}.a@mail.example.net"), options)
            .ShouldBeFalse();
        WayOutRules.Refuse(TenantId.Parse(tenant), TenantWay.Default, options, null)
            .ShouldNotBeNull().Code.ShouldBe(RefusalCode.Conflict);
    }

    [Fact]
    public void without_a_zone_nothing_takes_the_place() =>
        WayRules.Substitute(WayOut.Platform, Shop, Platform, new DomainOptions()).ShouldBeNull();

    [Fact]
    public void a_passed_check_verifies_the_domain_for_that_account_alone()
    {
        var domain = Of(WayOut.Own, verified: false) with { Account = Account };

        Standing(domain, Own).MaySend.ShouldBeTrue();
        Standing(domain, Own with { ServerPasses = false }).Lacks.ShouldContain("acc_own passes its check");
        Standing(domain, Platform).Lacks.ShouldContain("own server of acc_own");
        Standing(domain, Own with { Account = AccountId.Parse("acc_two") }).MaySend.ShouldBeFalse();
        Standing(domain with { MaySend = true }, Platform).MaySend.ShouldBeFalse(); // it leaves by that server
    }

    [Fact]
    public void a_passed_check_is_worth_nothing_for_a_domain_of_another_way()
    {
        foreach (var way in new[] { WayOut.Automatic, WayOut.Hosted, WayOut.Platform, WayOut.Own })
            Standing(Of(way, verified: false), Own).MaySend.ShouldBeFalse($"{way}");
        Standing(null, Own).MaySend.ShouldBeFalse();
        WayRules.Standing(Key.Domain, null, OwnWay, Own).MaySend.ShouldBeFalse(); // not even registered
    }

    [Fact]
    public void the_tenants_own_server_verifies_domains_that_say_nothing_themselves()
    {
        var domain = Of(WayOut.Automatic, verified: false);

        WayRules.Standing(Key.Domain, domain, OwnWay, Own).MaySend.ShouldBeTrue();
        WayRules.Standing(Key.Domain, domain, OwnWay, Platform).Lacks.ShouldContain("own server of acc_own");
        WayRules.Standing(Key.Domain, domain with { MaySend = true }, OwnWay, Platform).MaySend.ShouldBeTrue();
    }

    [Fact]
    public void a_way_that_cannot_be_gone_is_refused()
    {
        Refusal(new TenantWay(WayOut.Automatic)).ShouldBe(RefusalCode.InvalidField);
        Refusal(new TenantWay(WayOut.Own)).ShouldBe(RefusalCode.InvalidField);
        Refusal(new TenantWay(WayOut.Hosted, Account)).ShouldBe(RefusalCode.InvalidField);
        Refusal(new TenantWay(WayOut.WhiteLabel)).ShouldBe(RefusalCode.Conflict);
        WayOutRules.Refuse(Shop, new TenantWay(WayOut.WhiteLabel), Options, Of(WayOut.Automatic)).ShouldBeNull();
        WayOutRules.Refuse(Shop, TenantWay.Default, new DomainOptions(), null)!.Code.ShouldBe(RefusalCode.Conflict);
        Refusal(TenantWay.Default).ShouldBeNull();
        Refusal(OwnWay).ShouldBeNull();

        static RefusalCode? Refusal(TenantWay way) => WayOutRules.Refuse(Shop, way, Options, null)?.Code;
    }

    private static DomainPolicy Of(WayOut way, bool verified = true) =>
        new(verified ? DomainStatus.Verified : DomainStatus.Pending, verified, IsHeld: false, way);

    private static DomainStanding Standing(DomainPolicy? domain, Submitter by) =>
        WayRules.Standing(Key.Domain, domain, TenantWay.Default, by);
}
