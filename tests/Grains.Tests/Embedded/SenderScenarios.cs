using Actors.Grains.Alarms;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Listings;
using Actors.Grains.Messages;
using Actors.Grains.Platform;
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

/// <summary>From registering an address to sending from it, and what time does to it.</summary>
public sealed class SenderScenarios : Scenario
{
    private static readonly EmailAddress Ann = EmailAddress.Parse("ann@club.example");
    private static readonly SenderKey Key = SenderKey.Of(GrainWorld.Shop, Ann);
    private static readonly DomainName Domain = DomainName.Parse("club.example");

    private ISenderGrain Sender => World.Grains.GetGrain<ISenderGrain>(Key.ToString());

    private IDomainGrain Club =>
        World.Grains.GetGrain<IDomainGrain>(new DomainKey(GrainWorld.Shop, Domain).ToString());

    private string LinkHash => World.Store.Find<SenderState>("sender", Key.ToString()).ShouldNotBeNull().LinkHash;

    [Fact]
    public void only_who_follows_the_link_may_be_sent_as()
    {
        Begin();
        Refusal().ShouldContain("register it");
        Register().Status.ShouldBe(SenderStatus.Pending);
        Refusal().ShouldContain("not confirmed");
        World.Run(Sender.Link(LinkHash)).Standing.ShouldBe(LinkStanding.Open);
        Refusal().ShouldContain("not confirmed"); // looking at the page is no confirmation

        World.Run(Sender.Confirm(LinkHash)).Standing.ShouldBe(LinkStanding.Open);

        Submit().ShouldBeOfType<SubmitResult.Accepted>();
        World.Run(Sender.Confirm(LinkHash)).Standing.ShouldBe(LinkStanding.Used);
        World.Run(Sender.Confirm("guess")).ShouldBe(new SenderLink(LinkStanding.Unknown, null));
        Mails().ShouldBe(1);
    }

    [Fact]
    public void an_address_on_no_verified_domain_is_refused()
    {
        World.Run(Sender.Register(new SenderDraft(Ann))).Refusal?.Code.ShouldBe(RefusalCode.DomainNotVerified);
        Refusal().ShouldContain("none of the tenant's");
        World.Run(Sender.Get()).Refusal?.Code.ShouldBe(RefusalCode.NotFound);
        World.Store.Find<SenderState>("sender", Key.ToString()).ShouldBeNull();
    }

    [Fact]
    public void a_domain_wide_permission_lets_every_address_of_the_domain_through()
    {
        Begin();
        World.Run(Club.Change(new DomainChange { AnySender = true })).Value.ShouldNotBeNull().AnySender.ShouldBeTrue();

        Submit().ShouldBeOfType<SubmitResult.Accepted>();

        World.Run(Club.Change(new DomainChange { AnySender = false }));
        Refusal().ShouldContain("register it");
    }

    [Fact]
    public void the_operators_word_is_enough_and_can_be_taken_back()
    {
        var tenant = World.Grains.GetGrain<ITenantGrain>(GrainWorld.Shop.Value);
        var word = new VerifiedSender(Domain, Ann);
        World.Run(tenant.AddSender(word));
        Submit().ShouldBeOfType<SubmitResult.Accepted>();

        World.Run(tenant.RemoveSender(word));

        Refusal().ShouldContain("none of the tenant's");
    }

    [Fact]
    public void at_the_platforms_domain_a_tenant_writes_as_itself_without_a_link()
    {
        var own = EmailAddress.Parse($"{GrainWorld.Shop}.news@mail.example.net");
        var sender = World.Grains.GetGrain<ISenderGrain>(SenderKey.Of(GrainWorld.Shop, own).ToString());

        World.Run(sender.Register(new SenderDraft(own))).Value.ShouldNotBeNull().Status
            .ShouldBe(SenderStatus.Confirmed);

        Submit(own).ShouldBeOfType<SubmitResult.Accepted>();
        Mails().ShouldBe(0);
        var others = EmailAddress.Parse("other.news@mail.example.net");
        World.Run(World.Grains.GetGrain<ISenderGrain>(SenderKey.Of(GrainWorld.Shop, others).ToString())
            .Register(new SenderDraft(others))).Refusal?.Code.ShouldBe(RefusalCode.InvalidField);
    }

    [Fact]
    public void a_link_expires_after_seven_days_and_another_takes_its_place()
    {
        Begin();
        Register();
        var first = LinkHash;
        World.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Listed("pending").ShouldBe(1);

        World.Advance(TimeSpan.FromMinutes(2));

        Listed("expired").ShouldBe(1);
        World.Run(Sender.Confirm(first)).Standing.ShouldBe(LinkStanding.Expired);
        Refusal().ShouldContain("another link");
        World.Run(Sender.Resend()).Value.ShouldNotBeNull().Status.ShouldBe(SenderStatus.Pending);
        World.Run(Sender.Confirm(first)).Standing.ShouldBe(LinkStanding.Unknown);
        World.Run(Sender.Confirm(LinkHash)).Standing.ShouldBe(LinkStanding.Open);
        World.Run(Sender.Resend()).Value.ShouldNotBeNull().Status.ShouldBe(SenderStatus.Confirmed);
        Mails().ShouldBe(2);
    }

    [Fact]
    public void a_double_click_registers_once_and_mails_once()
    {
        Begin();
        var first = Register();
        Register().ShouldBe(first);
        World.Run(Sender.Resend()).Refusal?.Code.ShouldBe(RefusalCode.TooManyAttempts);
        Mails().ShouldBe(1);
    }

    [Fact]
    public void a_deleted_sender_sends_no_more_and_is_forgotten_after_a_day()
    {
        Begin();
        Register();
        World.Run(Sender.Confirm(LinkHash));
        var etag = World.Run(Sender.Get()).Etag;
        World.Run(Sender.Rename("Ann", etag)).Value.ShouldNotBeNull().Name.ShouldBe("Ann");
        World.Run(Sender.Delete(etag))?.Code.ShouldBe(RefusalCode.PreconditionFailed);

        World.Run(Sender.Delete(null)).ShouldBeNull();

        Refusal().ShouldContain("register it");
        World.Run(Sender.Delete(null))?.Code.ShouldBe(RefusalCode.NotFound);
        World.Run(Sender.Register(new SenderDraft(Ann))).Refusal?.Code.ShouldBe(RefusalCode.TooManyAttempts);
        World.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(2));
        World.Store.Find<SenderState>("sender", Key.ToString()).ShouldBeNull();
    }

    [Fact]
    public async Task a_certificate_is_warned_of_three_times_also_when_the_process_dies_in_between()
    {
        Begin();
        Register();
        World.Run(World.Grains.GetGrain<ISubscriptionGrain>(GrainWorld.Shop.Value).Apply(
            new SubscriptionCommand.Describe(new CustomerData { ContactEmail = "it@people.example" }), null));
        var end = World.Time.GetUtcNow().AddDays(32);
        var view = new CertificateView("CN=Ann", "CN=A", "01", "AB", end.AddDays(-365), end, ["CN=Ann"]);
        World.Run(Sender.SetCertificate(new NewCertificate(new byte[] { 1 }, view), null)).Value.ShouldNotBeNull();
        World.Run(Sender.Certificate()).ShouldNotBeNull().Sealed.ShouldNotContain("AQ==");
        var mails = Mails();

        World.Advance(TimeSpan.FromDays(10));
        (Mails() - mails).ShouldBe(1);
        await World.Crash();
        World.Run(World.Grains.GetGrain<IAlarmClockGrain>(PlatformKey.Value).Start());
        World.Advance(TimeSpan.FromDays(25));

        (Mails() - mails).ShouldBe(3);
        MailsTo("it@people.example").ShouldBe(3);
        MailsTo(Ann.ToString()).ShouldBe(1); // its confirmation
        World.Run(Sender.RemoveCertificate(null)).Value.ShouldNotBeNull().Certificate.ShouldBeNull();
        World.Run(Sender.Certificate()).ShouldBeNull();
    }

    private void Begin()
    {
        World.Run(World.Grains.GetGrain<ITenantGrain>(PlatformSender.Tenant.Value).Create("Platform"));
        World.Run(World.Grains.GetGrain<ISmtpAccountGrain>(PlatformSender.Key.ToString())
            .Create(new SmtpAccountDraft("Platform", MailStream.Transactional, Approved: true)));
        World.Run(World.Grains.GetGrain<IAlarmClockGrain>(PlatformKey.Value).Start());
        World.Dns.Script = _ => RecordState.Found;
        World.Run(Club.Register(new DomainDraft())).Refusal.ShouldBeNull();
        World.Run(Club.Policy()).ShouldNotBeNull().MaySend.ShouldBeTrue();
    }

    private SenderView Register() => World.Run(Sender.Register(new SenderDraft(Ann))).Value.ShouldNotBeNull();

    private SubmitResult Submit(EmailAddress? from = null) => World.Run(World.Submit(GrainWorld.Mail() with
    {
        Source = new MailSource.Raw("From: you\r\n\r\nHello.\r\n"u8.ToArray(), [from ?? Ann]),
    }));

    private string Refusal()
    {
        var refusal = Submit().ShouldBeOfType<SubmitResult.Refused>().Refusal;
        refusal.Code.ShouldBe(RefusalCode.SenderNotVerified);
        return refusal.Detail;
    }

    private int Listed(string mark) => World.Run(World.Grains.GetGrain<IListingGrain>(PlatformKey.Value).Count(
        new ListingQuery(ListingKinds.Sender) { Tenant = GrainWorld.Shop, Mark = mark }));

    private int MailsTo(string address) => World.Store.Messages.Count(
        key => key.Tenant == PlatformSender.Tenant && World.Store[key].Recipient.ToString() == address);

    /// <summary>Those of the platform.</summary>
    private int Mails() => World.Store.Messages.Count(key => key.Tenant == PlatformSender.Tenant);
}
