using Actors.Grains.Couriers;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Messages;
using Actors.Grains.Platform;
using Actors.Grains.Tests.Embedded.World;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Domains.Records;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>A domain is registered, verified, breaks, is held, becomes whole, and is deleted.</summary>
internal sealed class DomainFlow(GrainWorld world) : Flow(world)
{
    private static readonly DomainKey Key = new(GrainWorld.Shop, DomainName.Parse("example.com"));

    private MessageKey? held;
    private readonly List<string> seen = [];

    private DomainState? State => World.Store.Find<DomainState>("domain", Key.ToString());

    private IDomainGrain Domain => Get<IDomainGrain>(Key);

    public override IReadOnlyList<Action> Steps =>
    [
        () => World.Run(Domain.Register(new DomainDraft(Notify: Ann))).Refusal.ShouldBeNull(),
        () => World.AdvanceTo(Began.AddHours(1), Hour),
        () => World.Run(Domain.Change(new DomainChange { TrackingLabel = "t" })).Refusal.ShouldBeNull(),
        () => World.Run(Domain.Share(14)).Refusal.ShouldBeNull(),
        () => World.Dns.Script = _ => RecordState.Wrong,
        () => World.AdvanceTo(Began.AddHours(84), 6 * Hour),
        () => seen.Add($"{State?.Status}"),
        () => held ??= Send(),
        () => World.Dns.Script = _ => RecordState.Found,
        () => World.AdvanceTo(Began.AddHours(87), Hour),
        () => seen.Add($"{State?.Status} {World.Store[held!.Value].Phase}"),
        () => World.Run(Domain.Delete(null)),
    ];

    public override void Prepare()
    {
        base.Prepare();
        World.Dns.Script = _ => RecordState.Found;
        World.Wire.Script = _ => State?.Status == DomainStatus.Held
            ? new Answer(new AttemptOutcome.Withheld(HoldReason.DomainHeld), SlotResult.Unused)
            : Answer.Ok;
    }

    public override void Check()
    {
        var listed = World.Run(Get<IListingGrain>(PlatformKey.Value)
            .Count(new ListingQuery(ListingKinds.Domain) { Tenant = GrainWorld.Shop }));
        listed.ShouldBe(State is { IsThere: true } ? 1 : 0);
        State?.IsDeleted.ShouldBeFalse("the zone was not told, or the domain does not know");
        State?.Keys.Length.ShouldBe(2);
    }

    public override IEnumerable<string> Outcome()
    {
        var withdrawn = World.Dns.Orders[^1].Publish!.Value.All(set => set.Entries.IsEmpty);
        return [.. seen, $"withdrawn from the zone: {withdrawn}", $"left: {State is not null}", .. Mails()];
    }
}
