using Actors.Grains.Plans;
using Actors.Grains.Submissions;

namespace Actors.Grains.Tests.Plans;

public sealed class PlanLimitsTests
{
    private static readonly PlanCatalogue Catalogue = PlanTable.BuiltIn;

    [Fact]
    public void logs_are_kept_1_7_15_and_15_days() =>
        Catalogue.Plans.Select(plan => plan.LogRetentionDays).ShouldBe([1, 7, 15, 15]);

    [Fact]
    public void startup_has_one_domain_and_every_other_plan_more()
    {
        Catalogue.Of(PlanName.Startup).DomainsMax.ShouldBe(1);
        Catalogue.Plans.Skip(1).ShouldAllBe(plan => plan.DomainsMax == null || plan.DomainsMax > 1);
    }

    [Fact]
    public void a_larger_plan_includes_no_less()
    {
        foreach (var feature in Enum.GetValues<PlanFeature>())
            Catalogue.Plans.Select((plan, i) => On((PlanName)i).Most(feature) ?? int.MaxValue).ShouldBeInOrder();
        Catalogue.Plans.Select(plan => plan.MessagesPerMonth ?? long.MaxValue).ShouldBeInOrder();
        Catalogue.Plans.Select(plan => plan.ActiveContactsPerMonth ?? long.MaxValue).ShouldBeInOrder();
        Catalogue.Plans.Select(plan => plan.Price).ShouldBeInOrder();
    }

    [Theory]
    [InlineData(PlanName.Startup, PlanFeature.Domains, 1, "essential")]
    [InlineData(PlanName.Startup, PlanFeature.Domains, 5, "pro")]
    [InlineData(PlanName.Essential, PlanFeature.Domains, 25, "enterprise")]
    [InlineData(PlanName.Startup, PlanFeature.Users, 1, "pro")]
    [InlineData(PlanName.Essential, PlanFeature.Roles, 0, "pro")]
    [InlineData(PlanName.Startup, PlanFeature.BlacklistFile, 0, "essential")]
    [InlineData(PlanName.Enterprise, PlanFeature.DedicatedIps, 0, "dedicated_ip")]
    public void what_is_not_included_is_refused_naming_what_includes_it(
        PlanName plan, PlanFeature feature, int current, string named)
    {
        var refusal = PlanLimits.MayAdd(On(plan), Catalogue, feature, current).ShouldNotBeNull();
        refusal.Code.ShouldBe(RefusalCode.PlanLimit);
        refusal.Detail.ShouldContain(plan.Word());
        refusal.Detail.ShouldContain(named);
    }

    [Theory]
    [InlineData(PlanName.Startup, PlanFeature.Domains, 0)]
    [InlineData(PlanName.Essential, PlanFeature.Domains, 4)]
    [InlineData(PlanName.Pro, PlanFeature.Users, 19)]
    [InlineData(PlanName.Pro, PlanFeature.Roles, 0)]
    [InlineData(PlanName.Essential, PlanFeature.BlacklistFile, 0)]
    [InlineData(PlanName.Enterprise, PlanFeature.Domains, 1_000_000)]
    public void what_has_room_is_let(PlanName plan, PlanFeature feature, int current) =>
        PlanLimits.MayAdd(On(plan), Catalogue, feature, current).ShouldBeNull();

    [Fact]
    public void where_no_plan_has_room_none_is_named()
    {
        var small = Catalogue with { Plans = [.. Catalogue.Plans.Select(plan => plan with { DomainsMax = 1 })] };
        PlanLimits.MayAdd(PlanLimits.View(PlanName.Pro, small.Of(PlanName.Pro), 0, 0), small, PlanFeature.Domains, 1)
            .ShouldNotBeNull().Detail.ShouldEndWith("No plan includes more.");
    }

    [Fact]
    public void add_ons_are_added_to_the_plan()
    {
        var view = PlanLimits.View(PlanName.Pro, Catalogue.Of(PlanName.Pro), 1, 30);
        (view.LogRetentionDays, view.DedicatedIps).ShouldBe((45, 1));
        PlanLimits.MayAdd(view, Catalogue, PlanFeature.DedicatedIps, 0).ShouldBeNull();
        PlanLimits.MayAdd(view, Catalogue, PlanFeature.DedicatedIps, 1).ShouldNotBeNull();
    }

    [Fact]
    public void a_tenant_from_before_plans_is_limited_by_none() => Enum.GetValues<PlanFeature>().ShouldAllBe(
        feature => PlanLimits.MayAdd(PlanLimits.Unlimited(Catalogue, 0), Catalogue, feature, 1_000) == null);

    private static PlanView On(PlanName plan) => PlanLimits.View(plan, Catalogue.Of(plan), 0, 0);
}
