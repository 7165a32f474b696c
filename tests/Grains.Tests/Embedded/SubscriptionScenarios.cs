using Actors.Grains.Alarms;
using Actors.Grains.Ids;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tenants;
using Actors.Grains.Tests.Embedded.World;

namespace Actors.Grains.Tests.Embedded;

/// <summary>A contract over turns of the month, in virtual time, as the alarm clock wakes it.</summary>
public sealed class SubscriptionScenarios : Scenario
{
    private ISubscriptionGrain Contract => World.Grains.GetGrain<ISubscriptionGrain>(GrainWorld.Shop.Value);

    private ITenantGrain Tenant => World.Grains.GetGrain<ITenantGrain>(GrainWorld.Shop.Value);

    private IPlanCatalogueGrain Catalogue => World.Grains.GetGrain<IPlanCatalogueGrain>(PlatformKey.Value);

    [Fact]
    public void after_a_turn_of_the_month_the_cycle_that_is_over_is_filed_and_the_next_is_charged()
    {
        Apply(new SubscriptionCommand.SetPlan(PlanName.Essential));
        var first = World.Run(Contract.Cycle()).ShouldNotBeNull();
        AdvanceTo(first.Month.Ends());

        var second = World.Run(Contract.Cycle()).ShouldNotBeNull();
        second.Month.ShouldBe(first.Month.Plus(1));
        second.Opening.ShouldBe(first.Balance());
        second.Balance().ShouldBe(first.Balance() + 1900);
        World.Run(Filed(first.Month).Get()).ShouldNotBeNull().Entries.ShouldBe(first.Entries);
    }

    [Fact]
    public async Task what_a_crash_kept_from_being_filed_is_filed_by_the_next_process()
    {
        var first = World.Run(Contract.Cycle()).ShouldNotBeNull();
        World.Time.Advance(first.Month.Plus(2).Ends() - World.Time.GetUtcNow()); // three turns while nothing ran
        World.Store.FailNextWrites(1);
        Should.Throw<Exception>(() => World.Run(Contract.Wake()));
        await World.Crash();

        Ring();

        foreach (var month in new[] { 0, 1, 2 })
            World.Run(Filed(first.Month.Plus(month)).Get()).ShouldNotBeNull().Month.ShouldBe(first.Month.Plus(month));
        World.Run(Contract.Cycle()).ShouldNotBeNull().Month.ShouldBe(first.Month.Plus(3));
    }

    [Fact]
    public void a_cancelled_plan_is_over_at_the_turn_even_before_the_clock_has_looked()
    {
        Apply(new SubscriptionCommand.SetPlan(PlanName.Pro));
        var ends = Apply(new SubscriptionCommand.Cancel(null)).PlanEndsAt.ShouldNotBeNull();
        World.Run(Tenant.MayAdd(PlanFeature.Roles, 0)).ShouldBeNull();

        World.Time.Advance(ends - World.Time.GetUtcNow());

        var refusal = World.Run(Tenant.MayAdd(PlanFeature.Roles, 0)).ShouldNotBeNull();
        (refusal.Code, refusal.Detail).ShouldBe(
            (RefusalCode.PlanLimit, "The plan startup does not include roles. The plan pro does."));
        World.Run(Tenant.PlanOf()).Plan.ShouldBe(PlanName.Startup);
    }

    [Fact]
    public async Task admins_are_told_of_another_plan_once_whoever_changed_it_and_wherever_the_process_dies()
    {
        World.Run(World.Grains.GetGrain<IMailOwnerGrain>(GrainWorld.Shop.Value).PrepareSender());
        Apply(new SubscriptionCommand.Describe(Subscriptions.Contracts.Customer));
        Apply(new SubscriptionCommand.SetPlan(PlanName.Pro));
        Apply(new SubscriptionCommand.SetPlan(PlanName.Pro));
        Letters().ShouldBe(["The plan of shop is now pro"]);

        var ends = Apply(new SubscriptionCommand.Cancel(null)).PlanEndsAt.ShouldNotBeNull();
        Letters().Length.ShouldBe(1, "nothing has changed yet");
        World.Time.Advance(ends - World.Time.GetUtcNow());
        _ = Contract.Wake();
        World.RunUntil(() => !Stored().Outgoing.IsEmpty);
        await World.Crash();
        Ring();

        Letters().ShouldBe(["The plan of shop is now pro", "The plan of shop is now startup"]);
        Stored().Outgoing.ShouldBeEmpty();
    }

    [Fact]
    public void a_plan_whose_days_are_changed_keeps_the_logs_of_tenants_on_it_that_long()
    {
        var startup = World.Run(Catalogue.Get()).Of(PlanName.Startup);
        World.Run(Catalogue.SetPlan(PlanName.Startup, startup with { LogRetentionDays = 3 }, null));
        Ring();
        World.Store.Find<SubscriptionState>("subscription", GrainWorld.Shop.Value).ShouldNotBeNull()
            .Retention.Days.ShouldBe(3);
        World.Run(Tenant.PlanOf()).LogRetentionDays.ShouldBe(3);
    }

    [Fact]
    public void a_tenant_that_cannot_be_told_of_a_change_keeps_no_other_waiting_and_is_told_later()
    {
        var second = TenantId.Parse("zoo");
        World.AddTenant(second);
        var startup = World.Run(Catalogue.Get()).Of(PlanName.Startup);
        World.Run(Catalogue.SetPlan(PlanName.Startup, startup with { LogRetentionDays = 3 }, null));

        World.Store.FailNextWrites(1); // of the first tenant
        World.Run(Catalogue.Wake());
        DaysKept(GrainWorld.Shop).ShouldBe(1);
        DaysKept(second).ShouldBe(3);

        Ring();
        DaysKept(GrainWorld.Shop).ShouldBe(3);
        World.Store.Find<PlanCatalogueState>("plan-catalogue", PlatformKey.Value).ShouldNotBeNull()
            .DueAt.ShouldBeNull();
    }

    [Fact]
    public void a_tenant_from_before_there_were_plans_has_one_without_limits_until_it_is_put_on_a_plan()
    {
        World.Run(Contract.Erase());

        var before = World.Run(Contract.Get()).Value.ShouldNotBeNull();
        (before.Plan.Plan, before.Plan.DomainsMax, before.Price).ShouldBe((PlanName.Startup, null, 0));
        World.Run(Tenant.MayAdd(PlanFeature.Domains, 100)).ShouldBeNull();
        Apply(new SubscriptionCommand.Describe(new CustomerData { Company = "Shop" }));
        World.Run(Tenant.MayAdd(PlanFeature.Domains, 100)).ShouldBeNull();
        AdvanceTo(World.Run(Contract.Cycle()).Month.Ends());
        World.Run(Contract.Cycle()).Entries.ShouldBeEmpty();
        DaysKept(GrainWorld.Shop).ShouldBe(int.MaxValue);

        Apply(new SubscriptionCommand.SetPlan(PlanName.Essential));
        World.Run(Tenant.MayAdd(PlanFeature.Domains, 5)).ShouldNotBeNull();
        World.Run(Contract.Cycle()).Entries.ShouldHaveSingleItem().Amount.ShouldBe(1900);
        DaysKept(GrainWorld.Shop).ShouldBe(7);
    }

    [Fact]
    public void the_contract_of_a_tenant_that_has_left_is_not_made_anew()
    {
        World.Run(Tenant.Erase());
        World.Run(Contract.Erase());

        World.Run(Contract.Apply(new SubscriptionCommand.Describe(new CustomerData()), null))
            .Refusal?.Code.ShouldBe(RefusalCode.NotFound);
        World.Store.Find<SubscriptionState>("subscription", GrainWorld.Shop.Value).ShouldBeNull();
    }

    private string[] Letters() => World.Letters(Subscriptions.Contracts.Customer.ContactEmail);

    private SubscriptionState Stored() =>
        World.Store.Find<SubscriptionState>("subscription", GrainWorld.Shop.Value).ShouldNotBeNull();

    private int DaysKept(TenantId tenant) =>
        World.Store.Find<SubscriptionState>("subscription", tenant.Value).ShouldNotBeNull().Retention.Days;

    private SubscriptionView Apply(SubscriptionCommand command) =>
        World.Run(Contract.Apply(command, null)).Value.ShouldNotBeNull();

    private ILedgerGrain Filed(BillingMonth month) =>
        World.Grains.GetGrain<ILedgerGrain>(LedgerKey.Of(GrainWorld.Shop, month));

    private void AdvanceTo(DateTimeOffset time)
    {
        World.Time.Advance(time - World.Time.GetUtcNow());
        Ring();
    }

    /// <summary>The alarm clock of a process that starts now looks at once, and again after a minute.</summary>
    private void Ring()
    {
        World.Run(World.Grains.GetGrain<IAlarmClockGrain>(PlatformKey.Value).Start());
        World.Advance(AlarmClockLimits.Reading);
    }
}
