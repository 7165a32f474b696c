using Actors.Grains.Plans;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tenants;
using Actors.Grains.Tests.Subscriptions;

namespace Actors.Grains.Tests.Stored;

/// <summary>A contract over the store that production uses, on either engine.</summary>
public sealed class ContractScenarios : IAsyncLifetime
{
    private readonly StoredWorld world = new();

    private ISubscriptionGrain Contract => world.Grains.GetGrain<ISubscriptionGrain>(Shop.Tenant.Value);

    public async Task InitializeAsync() => await world.Start();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task what_is_asked_for_and_activated_is_there_after_a_crash()
    {
        await Contract.Apply(new SubscriptionCommand.Describe(Contracts.Customer), null);
        var wish = PlanWish.For(PlanName.Pro);
        var asked = await Task.WhenAll(Enumerable.Range(0, 10).Select(
            _ => Contract.Apply(new SubscriptionCommand.Ask(wish, ""), null)));
        var request = asked.Select(one => one.Value!.Requests.Single().Id).Distinct().ShouldHaveSingleItem();
        var done = await Contract.Apply(new SubscriptionCommand.Activate(request), null);

        await world.Crash();

        var after = await Contract.Get();
        after.Etag.ShouldBe(done.Etag);
        var view = after.Value.ShouldNotBeNull();
        (view.Plan.Plan, view.Balance).ShouldBe((PlanName.Pro, done.Value!.Balance));
        (await world.Grains.GetGrain<ITenantGrain>(Shop.Tenant.Value).MayAdd(PlanFeature.Roles, 0)).ShouldBeNull();
    }

    [Fact]
    public async Task of_many_changes_by_one_version_one_is_made()
    {
        var etag = (await Contract.Get()).Etag;
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Contract.Apply(
            new SubscriptionCommand.Describe(Contracts.Customer with { Company = $"Company {i}" }), etag)));
        answers.Count(one => one.Value is not null).ShouldBe(1);
        answers.Where(one => one.Refusal is not null)
            .ShouldAllBe(one => one.Refusal!.Code == RefusalCode.PreconditionFailed);
    }
}
