using Actors.Grains.Listings;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Tests.Subscriptions;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>A larger plan is asked for and activated, paid for, cancelled, and ends months later.</summary>
internal sealed class ContractFlow(GrainWorld world) : Flow(world)
{
    private ISubscriptionGrain Contract => Get<ISubscriptionGrain>(GrainWorld.Shop);

    public override IReadOnlyList<Action> Steps =>
    [
        () => Apply(new SubscriptionCommand.Describe(Contracts.Customer)),
        () => Apply(new SubscriptionCommand.Ask(PlanWish.For(PlanName.Pro), "soon")),
        () => Apply(new SubscriptionCommand.Activate(Request)),
        () => Apply(new SubscriptionCommand.SetAddOn(AddOn.DedicatedIp, 2)),
        () => Apply(new SubscriptionCommand.Book(LedgerKind.Payment, -5_000, "transfer", "r1")),
        () => World.AdvanceTo(Began.AddMonths(1), 7 * Day),
        () => Apply(new SubscriptionCommand.Cancel(null)),
        () => Apply(new SubscriptionCommand.Cancel(AddOn.DedicatedIp)),
        () => World.AdvanceTo(Began.AddMonths(3), 7 * Day),
        () => Apply(new SubscriptionCommand.SetPlan(PlanName.Essential)),
        () => Apply(new SubscriptionCommand.Downgrade(PlanName.Startup)),
    ];

    private string Request => World.Run(Contract.Get()).Value!.Requests.Single().Id;

    public override void Check()
    {
        var cycles = Filed();
        World.Run(Contract.Cycle()).ShouldNotBeNull().Opening.ShouldBe(cycles.LastOrDefault()?.Balance() ?? 0);
        for (var i = 1; i < cycles.Count; i++)
            cycles[i].Opening.ShouldBe(cycles[i - 1].Balance());
        cycles.Select(cycle => cycle.Month.Number)
            .ShouldBe(Enumerable.Range(BillingMonth.Of(Began).Number, cycles.Count));
        cycles.Count.ShouldBe(BillingMonth.Of(World.Time.GetUtcNow()).Number - BillingMonth.Of(Began).Number);
    }

    public override IEnumerable<string> Outcome()
    {
        var view = World.Run(Contract.Get()).Value!;
        return
        [
            $"{view.Plan.Plan} {view.PlanEndsAt} {view.Balance} {view.AddOns.Length} {view.Requests.Single().Status}",
            .. Filed().Append(World.Run(Contract.Cycle())!).SelectMany(cycle => cycle.Entries.Select(entry =>
                $"{cycle.Month}: {entry.Number} {entry.Kind} {entry.Amount} {entry.Item} {entry.From} {entry.Until}")),
        ];
    }

    private void Apply(SubscriptionCommand command) =>
        World.Run(Contract.Apply(command, null)).Refusal.ShouldBeNull();

    private List<LedgerCycle> Filed()
    {
        var listed = World.Run(Get<IListingGrain>(PlatformKey.Value)
            .List(new ListingQuery(ListingKinds.LedgerCycle) { Tenant = GrainWorld.Shop }));
        return [.. listed.Items.Select(one =>
            World.Run(Get<ILedgerGrain>($"{GrainWorld.Shop}/{one.Id}").Get()).ShouldNotBeNull())];
    }
}
