using System.Text;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Plans;
using Actors.Grains.PlatformMails;
using Actors.Grains.Senders;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tenants;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Grains.Tests.Embedded;

/// <summary>How mail leaves: by tenant, by domain, by account.</summary>
public sealed class WayOutScenarios : Scenario
{
    private static readonly AccountId Own = AccountId.Parse("acc_own");
    private static readonly DomainName Name = DomainName.Parse("club.example");

    private IWayOutGrain Way => World.Grains.GetGrain<IWayOutGrain>(GrainWorld.Shop.Value);

    private IDomainGrain Club =>
        World.Grains.GetGrain<IDomainGrain>(new DomainKey(GrainWorld.Shop, Name).ToString());

    private ISmtpAccountGrain OwnAccount =>
        World.Grains.GetGrain<ISmtpAccountGrain>(new AccountKey(GrainWorld.Shop, Own).ToString());

    [Fact]
    public void a_new_tenant_sends_from_its_address_at_the_platforms_domain()
    {
        World.Run(Way.Get()).Value.ShouldBe(
            new WayOutView(TenantWay.Default, EmailAddress.Parse("shop@mail.example.net")));

        var sent = Sent("ann@club.example");

        sent.From.ShouldBe("shop@mail.example.net");
        TextOf(sent).ShouldContain("From: shop@mail.example.net\r\nReply-To: ann@club.example\r\n");
    }

    [Fact]
    public void only_its_own_address_there_is_a_tenants()
    {
        Sent("shop@mail.example.net").From.ShouldBe("shop@mail.example.net");
        Refusal("other@mail.example.net").ShouldContain("no sender");
        Refusal("shop.news@mail.example.net").ShouldContain("register it"); // its own, and not registered
        Refusal("x@bounce.mail.example.net").ShouldContain("none of the tenant's");
    }

    [Fact]
    public void the_white_label_domain_takes_the_place_once_the_operator_has_verified_it()
    {
        World.Run(Way.Set(new TenantWay(WayOut.WhiteLabel), null)).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        World.Dns.Script = _ => RecordState.Found;
        World.Run(World.Grains.GetGrain<IDomainGrain>(
            new DomainKey(PlatformSender.Tenant, DomainName.Parse("neutral.example")).ToString())
            .Register(new DomainDraft())).Refusal.ShouldBeNull();

        World.Run(Way.Set(new TenantWay(WayOut.WhiteLabel), null)).Value!.Address
            .ShouldBe(EmailAddress.Parse("shop@neutral.example"));

        Sent("ann@club.example").From.ShouldBe("shop@neutral.example");
    }

    [Fact]
    public void a_hosted_way_refuses_what_is_not_verified()
    {
        var set = World.Run(Way.Set(new TenantWay(WayOut.Hosted), "0"));
        set.Refusal.ShouldBeNull();
        World.Run(Way.Set(TenantWay.Default, "0")).Refusal!.Code.ShouldBe(RefusalCode.PreconditionFailed);

        Refusal("ann@club.example").ShouldContain("register club.example");
    }

    [Fact]
    public void a_domain_is_hosted_once_it_is_verified_and_no_send_fails_before()
    {
        World.Run(Club.Register(new DomainDraft())).Refusal.ShouldBeNull();
        Sent("ann@club.example").From.ShouldBe("shop@mail.example.net");

        World.Run(Club.Change(new DomainChange { WayOut = WayOut.Hosted })).Refusal.ShouldBeNull();
        Refusal("ann@club.example").ShouldContain("not verified");

        World.Run(Club.Change(new DomainChange { WayOut = WayOut.Automatic, AnySender = true }));
        Verify();
        Sent("ann@club.example").From.ShouldBe("ann@club.example");

        World.Run(Club.Change(new DomainChange { WayOut = WayOut.Platform })).Refusal.ShouldBeNull();
        Sent("ann@club.example").From.ShouldBe("shop@mail.example.net");
    }

    [Fact]
    public void a_sender_that_is_not_confirmed_is_refused_on_a_hosted_domain_and_gets_no_other_address()
    {
        World.Run(Club.Register(new DomainDraft())).Refusal.ShouldBeNull();
        Verify();

        Refusal("ann@club.example").ShouldContain("register it");
    }

    [Fact]
    public void a_domain_of_an_own_server_counts_as_verified_for_that_account_while_its_check_passes()
    {
        MakeOwn();
        World.Run(Club.Register(new DomainDraft())).Refusal.ShouldBeNull();
        World.Run(Club.Change(new DomainChange { WayOut = WayOut.Own, Account = Own, AnySender = true })).Value!
            .VerifiedFor.ShouldBeNull();
        Refusal("ann@club.example").ShouldContain("own server of acc_own");
        Submit("ann@club.example", Own).ShouldBeOfType<SubmitResult.Refused>();

        Check();

        World.Run(Club.Get()).Value!.VerifiedFor.ShouldBe(Own);
        Sent("ann@club.example", Own).From.ShouldBe("ann@club.example");
        Refusal("ann@club.example").ShouldContain("own server of acc_own");
        World.Run(Club.Get()).Value!.Status.ShouldBe(DomainStatus.Pending);
        World.Run(Club.Delivery())!.Keys.ShouldBeEmpty(); // signed only with its records
        World.Run(OwnAccount.Close(null, force: false))!.Code.ShouldBe(RefusalCode.InUse);

        World.Run(OwnAccount.Change(Settings("other.example"), new AccountSecrets("new", null), null))
            .Refusal.ShouldBeNull();

        World.Run(Club.Get()).Value!.VerifiedFor.ShouldBeNull();
        Refusal("ann@club.example", Own).ShouldContain("passes its check");
    }

    [Fact]
    public void senders_are_registered_on_a_domain_that_an_own_server_verifies()
    {
        var ann = EmailAddress.Parse("ann@club.example");
        var sender = World.Grains.GetGrain<ISenderGrain>(SenderKey.Of(GrainWorld.Shop, ann).ToString());
        MakeOwn();
        World.Run(Club.Register(new DomainDraft())).Refusal.ShouldBeNull();
        World.Run(Club.Change(new DomainChange { WayOut = WayOut.Own, Account = Own })).Refusal.ShouldBeNull();
        World.Run(sender.Register(new SenderDraft(ann))).Refusal!.Code.ShouldBe(RefusalCode.DomainNotVerified);
        Check();

        World.Run(sender.Register(new SenderDraft(ann))).Refusal.ShouldBeNull();
        Refusal("ann@club.example", Own).ShouldContain("not confirmed");
    }

    [Fact]
    public void the_login_of_an_own_account_keeps_its_from_there_and_nowhere_else()
    {
        var box = EmailAddress.Parse("box@seznam.cz");
        var sender = World.Grains.GetGrain<ISenderGrain>(SenderKey.Of(GrainWorld.Shop, box).ToString());
        MakeOwn();
        Check();
        World.Run(sender.Register(new SenderDraft(box, "", Own))).Value!.Status.ShouldBe(SenderStatus.Pending);
        Refusal("box@seznam.cz", Own).ShouldContain("not confirmed");
        World.Run(sender.Confirm(World.Store.Find<SenderState>(
            "sender", SenderKey.Of(GrainWorld.Shop, box).ToString())!.LinkHash));

        Sent("box@seznam.cz", Own).From.ShouldBe("box@seznam.cz");
        Sent("box@seznam.cz").From.ShouldBe("shop@mail.example.net"); // by the platform it is as any other
    }

    [Fact]
    public void a_tenants_own_way_is_the_account_of_mail_that_names_none()
    {
        World.Run(Way.Set(new TenantWay(WayOut.Own, Own), null)).Refusal!.Errors[0].Code.ShouldBe("unknown_account");
        World.Run(Way.Set(new TenantWay(WayOut.Own, GrainWorld.Account), null)).Refusal!.Errors[0].Code
            .ShouldBe("unknown_account"); // a platform account
        MakeOwn();
        Check();
        World.Run(Way.Set(new TenantWay(WayOut.Own, Own), null)).Refusal.ShouldBeNull();
        World.Run(Club.Register(new DomainDraft())).Refusal.ShouldBeNull();
        World.Run(Club.Change(new DomainChange { AnySender = true })).Value!.VerifiedFor.ShouldBe(Own);

        var result = World.Run(World.Submit(Mail("ann@club.example") with { Account = null }));

        Stored(result).Account.ShouldBe(Own);
        Refusal("ann@club.example").ShouldContain("own server of acc_own");
        World.Run(OwnAccount.Close(null, force: false))!.Detail.ShouldContain("tenant's mail");
    }

    [Fact]
    public void one_account_sends_for_any_number_of_verified_domains()
    {
        World.Dns.Script = _ => RecordState.Found;
        World.Run(World.Grains.GetGrain<ISubscriptionGrain>(GrainWorld.Shop.Value)
            .Apply(new SubscriptionCommand.SetPlan(PlanName.Pro), null)).Refusal.ShouldBeNull();
        foreach (var name in new[] { "club.example", "team.example", "shop.example" })
        {
            var domain = World.Grains.GetGrain<IDomainGrain>(
                new DomainKey(GrainWorld.Shop, DomainName.Parse(name)).ToString());
            World.Run(domain.Register(new DomainDraft())).Refusal.ShouldBeNull();
            World.Run(domain.Change(new DomainChange { AnySender = true })).Refusal.ShouldBeNull();
        }

        World.Advance(DomainLimits.LookAgainMin);

        foreach (var from in new[] { "ann@club.example", "bob@team.example", "eve@shop.example" })
            Sent(from).From.ShouldBe(from);
    }

    [Fact]
    public void mail_over_smtp_gets_the_fallback_of_its_account_once_that_is_proved()
    {
        var news = AccountId.Parse("acc_news");
        var account = World.Grains.GetGrain<ISmtpAccountGrain>(new AccountKey(GrainWorld.Shop, news).ToString());
        World.Run(account.Ask(new AccountRequest(
            new AccountSettings
            {
                Name = "News",
                Email = EmailAddress.Parse("ann@club.example"),
                OverrideFrom = new AddressOverride("manager", null, Mailbox.Parse("Ann <ann@club.example>")),
            },
            AccountSecrets.None, null, null))).Refusal.ShouldBeNull();
        World.Run(account.Approve()).ShouldBeNull();
        World.Run(Club.Register(new DomainDraft())).Refusal.ShouldBeNull();
        World.Run(Club.Change(new DomainChange { AnySender = true })).Refusal.ShouldBeNull();
        Program("someone@nobody.example").ShouldBeOfType<SubmitResult.Refused>()
            .Refusal.Detail.ShouldContain("ann@club.example");

        Verify();

        var sent = Stored(Program("someone@nobody.example"));
        sent.From.ShouldBe("ann@club.example");
        TextOf(sent).ShouldBe("From: Ann <ann@club.example>\r\n\r\nHello.\r\n");

        SubmitResult Program(string from) => World.Run(World.Submit(
            Mail(from) with { Account = news, ReversePath = ReversePath.Null }));
    }

    private void Verify()
    {
        World.Dns.Script = _ => RecordState.Found;
        World.Advance(DomainLimits.LookAgainMin);
        World.Run(Club.VerifyNow());
        World.Run(Club.Policy())!.MaySend.ShouldBeTrue();
    }

    private void MakeOwn() => World.Run(OwnAccount.Ask(new AccountRequest(
        Settings("smtp.example"), new AccountSecrets("secret", null), null, null))).Refusal.ShouldBeNull();

    private static AccountSettings Settings(string host) => new()
    {
        Name = "Our server",
        Email = EmailAddress.Parse("box@seznam.cz"),
        Stream = MailStream.Transactional,
        Server = new OwnServer(host, 465, AccountSecurity.Ssl, "box", VerifiesCertificate: true, null),
    };

    private void Check()
    {
        var check = OwnAccount.Check(EmailAddress.Parse("ann@example.org"));
        World.Settle();
        World.Run(OwnAccount.Checked(World.Checks.Started[^1].Serial, new CheckResult(
            new AccountCheck(World.Time.GetUtcNow(), true, "content", "It works.", null), "")));
        World.Run(check).Refusal.ShouldBeNull();
    }

    private static SubmitCommand Mail(string from) => GrainWorld.Mail() with
    {
        Source = new MailSource.Raw(
            Encoding.ASCII.GetBytes($"From: {from}\r\n\r\nHello.\r\n"), [EmailAddress.Parse(from)]),
        ReversePath = ReversePath.Of(EmailAddress.Parse(from)),
    };

    private SubmitResult Submit(string from, AccountId? account) =>
        World.Run(World.Submit(Mail(from) with { Account = account ?? GrainWorld.Account }));

    private StoredSubmission Sent(string from, AccountId? account = null) => Stored(Submit(from, account));

    private StoredSubmission Stored(SubmitResult result) => World.Run(World.Store.Read(
        GrainWorld.Shop, result.ShouldBeOfType<SubmitResult.Accepted>().Receipt.Id).AsTask()).ShouldNotBeNull();

    private string Refusal(string from, AccountId? account = null)
    {
        var refusal = Submit(from, account).ShouldBeOfType<SubmitResult.Refused>().Refusal;
        refusal.Code.ShouldBe(RefusalCode.SenderNotVerified);
        return refusal.Detail;
    }

    private static string TextOf(StoredSubmission submission) =>
        Encoding.ASCII.GetString(((MailSource.Raw)submission.Source).Bytes.Span);
}
