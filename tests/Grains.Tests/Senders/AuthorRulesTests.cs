using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Senders;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;
using Actors.Grains.Tests.Domains;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tests.Senders;

/// <summary>Who may stand in From.</summary>
public sealed class AuthorRulesTests
{
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@shop.example");
    private static readonly AccountId Account = AccountId.Parse("acc_shop");
    private static readonly SenderProof Confirmed = new(SenderStatus.Confirmed, null);
    private static readonly Submitter By = new(Account, ByOwnServer: false, ServerPasses: false, Ann);
    private static readonly DomainPolicy Verified = new(DomainStatus.Verified, true, false, WayOut.Hosted);

    [Fact]
    public void a_confirmed_sender_on_a_verified_domain_may_send() => Refusal(Verified, Confirmed).ShouldBeNull();

    [Theory]
    [InlineData(SenderStatus.Pending, "not confirmed")]
    [InlineData(SenderStatus.Expired, "another link")]
    public void a_sender_that_is_not_confirmed_may_not(SenderStatus status, string advice) =>
        Refusal(Verified, new SenderProof(status, null)).ShouldNotBeNull().ShouldContain(advice);

    [Fact]
    public void an_address_that_is_no_sender_is_told_to_become_one() =>
        Refusal(Verified, null).ShouldNotBeNull().ShouldContain("register it");

    [Fact]
    public void a_domain_wide_permission_needs_no_sender_and_a_verified_domain()
    {
        Refusal(Verified with { AnySender = true }, null).ShouldBeNull();
        Refusal(Verified with { AnySender = true, MaySend = false }, null).ShouldNotBeNull();
    }

    [Fact]
    public void a_confirmed_sender_is_worth_nothing_without_its_domain()
    {
        Refusal(null, Confirmed).ShouldNotBeNull().ShouldContain("none of the tenant's");
        Refusal(Verified with { Status = DomainStatus.Failed, MaySend = false }, Confirmed)
            .ShouldNotBeNull().ShouldContain("not verified");
    }

    [Fact]
    public void a_domain_that_is_held_is_accepted_from() =>
        Refusal(Verified with { Status = DomainStatus.Held, IsHeld = true }, Confirmed).ShouldBeNull();

    [Fact]
    public void the_address_of_an_own_accounts_login_goes_by_that_account_alone()
    {
        Refusal(null, Confirmed with { Account = Account }).ShouldBeNull();
        Refusal(null, Confirmed with { Account = AccountId.Parse("acc_other") }).ShouldNotBeNull()
            .ShouldContain("acc_other");
        Refusal(null, new SenderProof(SenderStatus.Pending, Account)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ben@shop.example")]
    public void and_only_while_that_account_logs_in_with_it(string? login) => AuthorRules.Refuse(
        Ann, By with { Login = login is null ? null : EmailAddress.Parse(login) },
        WayRules.Standing(Ann.Domain, null, TenantWay.Default, By),
        Confirmed with { Account = Account }).ShouldNotBeNull().Detail.ShouldContain("while that logs in with it");

    [Theory]
    [InlineData("shop@mail.example.net", true)]
    [InlineData("shop.news@mail.example.net", true)]
    [InlineData("SHOP.News@neutral.example", true)]
    [InlineData("shops@mail.example.net", false)]
    [InlineData("shop+news@mail.example.net", false)]
    [InlineData("other@mail.example.net", false)]
    public void at_the_platforms_own_domains_a_tenant_has_what_begins_with_its_id(string address, bool own)
    {
        var parsed = EmailAddress.Parse(address);
        PlatformAddresses.IsPlatforms(parsed.Domain, Registered.Options).ShouldBeTrue();
        PlatformAddresses.IsOf(TenantId.Parse("shop"), parsed, Registered.Options).ShouldBe(own);
    }

    [Fact]
    public void no_tenant_is_called_what_everybody_takes_for_the_platform() =>
        PlatformAddresses.IsOf(
            TenantId.Parse("postmaster"), EmailAddress.Parse("postmaster@mail.example.net"), Registered.Options)
            .ShouldBeFalse();

    private static string? Refusal(DomainPolicy? domain, SenderProof? proof)
    {
        var standing = WayRules.Standing(Ann.Domain, domain, TenantWay.Default, By);
        var refusal = AuthorRules.Refuse(Ann, By, standing, proof);
        refusal?.Code.ShouldBe(RefusalCode.SenderNotVerified);
        return refusal?.Detail;
    }
}
