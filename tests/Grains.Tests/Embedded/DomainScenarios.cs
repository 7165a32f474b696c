using Actors.Grains.Alarms;
using Actors.Grains.Couriers;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Listings;
using Actors.Grains.Messages;
using Actors.Grains.Platform;
using Actors.Grains.PlatformMails;
using Actors.Grains.Ports;
using Actors.Grains.Senders;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tenants;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Grains.Tests.Embedded;

public sealed class DomainScenarios : Scenario
{
    private static readonly DomainKey Key = new(GrainWorld.Shop, DomainName.Parse("example.com"));

    private IDomainGrain Domain => World.Grains.GetGrain<IDomainGrain>(Key.ToString());

    [Fact]
    public void a_domain_gets_keys_and_is_verified_once_its_records_are_there()
    {
        Register();
        View.Status.ShouldBe(DomainStatus.Pending);
        World.Dns.Orders.Select(order => order.KeySlots.Length).ShouldBe([2, 0]);

        World.Advance(TimeSpan.FromHours(5));
        World.Dns.Script = _ => RecordState.Found;
        World.Advance(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(2));

        View.Status.ShouldBe(DomainStatus.Verified);
        World.Run(Domain.Policy())!.MaySend.ShouldBeTrue();
        World.Run(Domain.Delivery())!.Keys.Length.ShouldBe(1);
    }

    [Fact]
    public void without_a_named_address_the_admins_are_told()
    {
        World.Run(World.Grains.GetGrain<ITenantGrain>(PlatformSender.Tenant.Value).Create("Platform"));
        World.Run(World.Grains.GetGrain<ISmtpAccountGrain>(PlatformSender.Key.ToString())
            .Create(new SmtpAccountDraft("Platform", MailStream.Transactional, Approved: true)));
        World.Run(World.Grains.GetGrain<ISubscriptionGrain>(GrainWorld.Shop.Value).Apply(
            new SubscriptionCommand.Describe(new CustomerData { ContactEmail = "it@people.example" }), null));
        World.Dns.Script = _ => RecordState.Found;

        Register();
        World.Advance(TimeSpan.FromHours(1));

        View.Status.ShouldBe(DomainStatus.Verified);
        World.Store.Messages.Count(key => World.Store[key].Recipient.ToString() == "it@people.example").ShouldBe(1);
    }

    [Fact]
    public void a_domain_without_records_fails_after_48_hours_and_verify_now_looks_again()
    {
        Register();
        World.Advance(TimeSpan.FromHours(48) - TimeSpan.FromMinutes(1));
        View.Status.ShouldBe(DomainStatus.Pending);
        World.Advance(TimeSpan.FromMinutes(3));
        View.Status.ShouldBe(DomainStatus.Failed);
        var looks = World.Dns.Orders.Count;
        World.Advance(TimeSpan.FromDays(3));
        World.Dns.Orders.Count.ShouldBe(looks);

        World.Dns.Script = _ => RecordState.Found;
        World.Run(Domain.VerifyNow());

        View.Status.ShouldBe(DomainStatus.Verified);
    }

    [Fact]
    public void mail_of_a_domain_that_stays_broken_waits_until_it_is_whole_again()
    {
        Verified();
        World.Dns.Script = _ => RecordState.Wrong;
        World.Advance(TimeSpan.FromHours(25));
        View.Status.ShouldBe(DomainStatus.Broken);
        World.Advance(TimeSpan.FromHours(24));
        View.Status.ShouldBe(DomainStatus.Held);
        Wire.Script = _ => new Answer(new AttemptOutcome.Withheld(HoldReason.DomainHeld), SlotResult.Unused);
        var message = World.Send();
        World.Store[message].HoldReason.ShouldBe(HoldReason.DomainHeld);

        Wire.Script = _ => Answer.Ok;
        World.Dns.Script = _ => RecordState.Found;
        World.Advance(TimeSpan.FromMinutes(62));

        View.Status.ShouldBe(DomainStatus.Verified);
        World.Store[message].Phase.ShouldBe(MessagePhase.Delivered);
    }

    [Fact]
    public async Task a_look_that_died_with_its_process_is_made_again()
    {
        World.Dns.IsLost = true;
        Register();
        View.Records.ShouldAllBe(record => record.State == RecordState.Unknown);

        await World.Crash();
        World.Dns.IsLost = false;
        World.Dns.Script = _ => RecordState.Found;
        StartClock();
        World.Advance(DomainLimits.LookLost + TimeSpan.FromMinutes(2));

        View.Status.ShouldBe(DomainStatus.Verified);
    }

    [Fact]
    public void the_same_domain_of_two_tenants_needs_proof_from_each()
    {
        var club = TenantId.Parse("club");
        World.AddTenant(club);
        var theirs = World.Grains.GetGrain<IDomainGrain>(new DomainKey(club, Key.Domain).ToString());
        World.Dns.Script = key => key.Tenant == club ? RecordState.Missing : RecordState.Found;

        World.Run(theirs.Register(new DomainDraft()));
        Register();

        View.Status.ShouldBe(DomainStatus.Verified);
        var other = World.Run(theirs.Get()).Value!;
        other.Status.ShouldBe(DomainStatus.Pending);
        other.Records[0].Name.ShouldNotBe(View.Records[0].Name);
        other.Records[0].Value.ShouldNotBe(View.Records[0].Value);
    }

    [Fact]
    public void a_change_meanwhile_is_refused_with_the_stale_version()
    {
        Register();
        var etag = World.Run(Domain.Get()).Etag;

        World.Run(Domain.Change(new DomainChange { IfMatch = etag, TrackingLabel = "t" })).Refusal.ShouldBeNull();

        World.Run(Domain.Change(new DomainChange { IfMatch = etag, TrackingLabel = "u" })).Refusal!.Code
            .ShouldBe(RefusalCode.PreconditionFailed);
        World.Run(Domain.Delete(etag))!.Code.ShouldBe(RefusalCode.PreconditionFailed);
    }

    [Fact]
    public void a_deleted_domain_leaves_the_zone_and_comes_back_with_other_names()
    {
        Verified();
        var before = View.Records[0].Name;

        World.Run(Domain.Delete(null)).ShouldBeNull();

        World.Run(Domain.Get()).Refusal!.Code.ShouldBe(RefusalCode.NotFound);
        World.Dns.Orders[^1].Publish!.Value.ShouldAllBe(set => set.Entries.IsEmpty);
        World.Store.Find<DomainState>("domain", Key.ToString()).ShouldBeNull();
        Register();
        View.Records[0].Name.ShouldNotBe(before);
    }

    [Fact]
    public void a_domain_with_senders_is_not_deleted()
    {
        Register();
        World.Store.Settings.Put(GrainId.Create("sender", "shop/snd_1"), new SenderOfDomain());

        var refusal = World.Run(Domain.Delete(null)).ShouldNotBeNull();

        (refusal.Code, refusal.Detail).ShouldBe(
            (RefusalCode.InUse, "example.com has 1 sender: remove them first."));
        View.Status.ShouldBe(DomainStatus.Pending);
    }

    [Fact]
    public void a_domain_is_not_deleted_while_a_sender_of_it_is_being_registered()
    {
        Verified();
        var address = EmailAddress.Parse("ann@example.com");
        var sender = World.Grains.GetGrain<ISenderGrain>(SenderKey.Of(Key.Tenant, address).ToString());
        World.Store.Gate = new TaskCompletionSource();
        var registered = sender.Register(new SenderDraft(address)); // its commit waits
        World.Settle();

        World.Run(Domain.Delete(null)).ShouldNotBeNull().Code.ShouldBe(RefusalCode.InUse);

        World.OpenGate();
        World.Run(registered).Refusal.ShouldBeNull();
        World.Run(Domain.Delete(null)).ShouldNotBeNull().Detail.ShouldContain("has 1 sender");
        World.Run(sender.Delete(null)).ShouldBeNull();
        World.Run(Domain.Delete(null)).ShouldBeNull();
    }

    [Fact]
    public void a_sender_that_nobody_says_is_settled_keeps_its_domain_for_a_minute_only()
    {
        Register();
        World.Run(Domain.AdmitSender(SenderId.Of(EmailAddress.Parse("ann@example.com"))));
        World.Run(Domain.Delete(null)).ShouldNotBeNull().Code.ShouldBe(RefusalCode.InUse);

        World.Advance(DomainLimits.AdmissionLife);

        World.Run(Domain.Delete(null)).ShouldBeNull();
    }

    [Fact]
    public void the_zone_is_told_of_a_deleted_domain_until_it_has_heard()
    {
        Verified();
        World.Dns.Publishes = false;
        World.Run(Domain.Delete(null)).ShouldBeNull();
        World.Advance(TimeSpan.FromHours(3));
        World.Store.Find<DomainState>("domain", Key.ToString()).ShouldNotBeNull().Keys.ShouldBeEmpty();

        World.Dns.Publishes = true;
        World.Advance(DomainLimits.AfterSilence + TimeSpan.FromMinutes(2));

        World.Dns.Orders[^1].Publish!.Value.ShouldAllBe(set => set.Entries.IsEmpty);
        World.Store.Find<DomainState>("domain", Key.ToString()).ShouldBeNull();
    }

    [Fact]
    public void what_an_earlier_registration_left_in_the_zone_goes_with_the_next_update()
    {
        Verified();
        var host = View.Records[0].Value;
        World.Dns.Publishes = false;
        World.Run(Domain.Delete(null)).ShouldBeNull();
        World.Dns.Publishes = true;
        Register();

        World.Dns.Orders.Last(order => order.Publish is not null).Publish!.Value
            .ShouldContain(set => set.Name == host && set.Entries.IsEmpty);
        World.Store.Find<DomainState>("domain", Key.ToString())!.Leftovers.ShouldBeEmpty();
    }

    [Fact]
    public void registering_twice_changes_nothing()
    {
        Register();
        var first = View.Records[0].Name;

        World.Run(Domain.Register(new DomainDraft("other"))).Value!.Records[0].Name.ShouldBe(first);
    }

    [Fact]
    public void a_share_link_shows_the_records_until_it_is_revoked_or_expires()
    {
        Register();
        var share = World.Run(Domain.Share(14)).Value!;
        var hash = Credentials.Secret.Hash(share.Url[(share.Url.LastIndexOf('/') + 1)..]);

        World.Run(World.Grains.GetGrain<ILinkGrain>(hash).Find())
            .ShouldBe(new LinkTarget(LinkPurpose.DomainShare, Key.Tenant, "example.com"));
        World.Run(Domain.Shared(hash)).View!.Records.Length.ShouldBe(6);
        World.Run(Domain.Shared("guessed")).Standing.ShouldBe(LinkStanding.Unknown);
        var second = World.Run(Domain.Share(1)).Value!;
        World.Advance(TimeSpan.FromDays(14));
        World.Run(Domain.Shared(hash)).ShouldBe(new SharedDomain(LinkStanding.Expired, null));
        World.Run(Domain.RevokeShare(second.View.Id)).ShouldBeNull();
        World.Run(Domain.RevokeShare(second.View.Id))!.Code.ShouldBe(RefusalCode.NotFound);
    }

    [Fact]
    public void a_domain_has_ten_share_links_at_most()
    {
        Register();
        for (var i = 0; i < DomainLimits.SharesMax; i++)
            World.Run(Domain.Share(1)).Refusal.ShouldBeNull();

        World.Run(Domain.Share(1)).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
    }

    private DomainView View => World.Run(Domain.Get()).Value!;

    private void Register()
    {
        StartClock();
        World.Run(Domain.Register(new DomainDraft())).Refusal.ShouldBeNull();
    }

    private void Verified()
    {
        World.Dns.Script = _ => RecordState.Found;
        Register();
        View.Status.ShouldBe(DomainStatus.Verified);
    }

    private sealed class SenderOfDomain : IListed
    {
        public Listing? Listed(string key) =>
            new(ListingKinds.Sender, Key.Tenant, "snd_1") { Topic = Key.Domain.Ascii };
    }

    private void StartClock() => World.Run(World.Grains.GetGrain<IAlarmClockGrain>(PlatformKey.Value).Start());
}
