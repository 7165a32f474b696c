using Actors.Grains.Couriers;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Messages;
using Actors.Grains.Senders;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Domains.Records;
using Actors.Storage.Secrets;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>A sender is registered, confirmed, gets a certificate that does not open, another, is warned of its end,
/// and is deleted.</summary>
internal sealed class SenderFlow(GrainWorld world) : Flow(world)
{
    private static readonly EmailAddress Club = EmailAddress.Parse("ann@club.example");
    private static readonly DomainKey Domain = new(GrainWorld.Shop, Club.Domain);
    private static readonly SenderKey Key = SenderKey.Of(GrainWorld.Shop, Club);

    private readonly List<string> seen = [];
    private MessageKey? held;

    private ISenderGrain Sender => Get<ISenderGrain>(Key);

    private SenderState? State => World.Store.Find<SenderState>("sender", Key.ToString());

    public override IReadOnlyList<Action> Steps =>
    [
        () => World.Run(Sender.Register(new SenderDraft(Club))).Refusal.ShouldBeNull(),
        () => World.AdvanceTo(Began.AddMinutes(10), 3 * Day),
        Confirm,
        () => World.Run(Get<IDomainGrain>(Domain).Change(new DomainChange { AnySender = true })).Refusal.ShouldBeNull(),
        () => Certify(1),
        () => held ??= Send(),
        () => Certify(2),
        () => World.AdvanceTo(Began.AddDays(8), 3 * Day),
        () => seen.AddRange(Mails()),
        () => World.AdvanceTo(Began.AddDays(41), 3 * Day),
        () => seen.Add($"{World.Store[held!.Value].Phase}"),
        () => World.Run(Sender.Delete(null)),
        () => World.AdvanceTo(Began.AddDays(45), 3 * Day),
    ];

    public override void Prepare()
    {
        base.Prepare();
        World.Dns.Script = _ => RecordState.Found;
        World.Run(Get<IDomainGrain>(Domain).Register(new DomainDraft())).Refusal.ShouldBeNull();
        World.Wire.Script = _ => State?.Certificate is { View.SerialNumber: "1" }
            ? new Answer(new AttemptOutcome.Withheld(HoldReason.SignatureUnavailable), SlotResult.Unused)
            : Answer.Ok;
    }

    public override void Check()
    {
        if (State?.Certificate is { } certificate)
            new SecretBox(SecretKeys.Of(1, new byte[SecretKeys.KeyLength]), new SeededIds(1))
                .Open(SenderSecrets.CertificatePurpose(Key), certificate.Sealed)
                .ShouldBe([byte.Parse(certificate.View.SerialNumber, null)]);
        if (held is { } mail && State?.Certificate is not { View.SerialNumber: "1" })
            World.Store[mail].Phase.ShouldBe(MessagePhase.Delivered, "its reason to wait is gone");
        if (State is { Status: SenderStatus.Pending, IsThere: true } pending)
            LinkTo(Club).Hash.ShouldBe(pending.LinkHash);
    }

    public override IEnumerable<string> Outcome() => [.. seen, $"left: {State is not null}", .. Mails()];

    private void Confirm()
    {
        var (hash, target) = LinkTo(Club);
        target.ShouldBe(new LinkTarget(LinkPurpose.SenderConfirmation, GrainWorld.Shop, Key.Sender.Value));
        World.Run(Sender.Confirm(hash)).Standing.ShouldBeOneOf(LinkStanding.Open, LinkStanding.Used);
    }

    private void Certify(byte number)
    {
        var view = new CertificateView(
            "CN=Ann", "CN=A", $"{number}", $"AB{number}", Began.AddDays(-300), Began.AddDays(40), ["CN=Ann"]);
        World.Run(Sender.SetCertificate(new NewCertificate(new[] { number }, view), null)).Refusal.ShouldBeNull();
    }
}
