using Actors.Grains.Allowances;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.PlatformMails;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tests.Subscriptions;
using Actors.Grains.Thresholds;
using Actors.Mail.Addresses;
using Actors.Testing;

namespace Actors.Grains.Tests.Stored;

/// <summary>Allowances and thresholds under load, on either engine: exactly as many, exactly once.</summary>
public sealed class LimitScenarios : IAsyncLifetime
{
    private const int Limit = 100;

    private readonly StoredWorld world = new();

    private IThresholdGrain Thresholds => world.Grains.GetGrain<IThresholdGrain>(Shop.Tenant.Value);

    public async Task InitializeAsync() => await world.Start();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task two_hundred_at_once_against_the_last_ten_send_exactly_ten()
    {
        await Months.Settled();
        await SetPlan(plan => plan with { MessagesPerMonth = Limit });
        await world.SmtpAccount.SetPaused(true); // they are accepted, and none is under way when the test ends
        (await world.Submit(To(Limit - 10))).ShouldBeOfType<SubmitResult.Accepted>();

        var results = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => Task.Run(() => world.Submit(Shop.Mail($"last{i}@example.com")))));

        results.Count(one => one is SubmitResult.Accepted).ShouldBe(10);
        results.OfType<SubmitResult.Refused>()
            .ShouldAllBe(one => one.Refusal.Code == RefusalCode.AllowanceExhausted);
        (await world.Grains.GetGrain<IAllowanceGrain>(Shop.Tenant.Value).Get()).Messages
            .ShouldBe(new Used(Limit, Limit));
    }

    [Fact]
    public async Task bounces_under_load_block_once_and_tell_once()
    {
        await PlatformAccount.Prepare(world.Grains);
        await world.Grains.GetGrain<ISubscriptionGrain>(Shop.Tenant.Value).Apply(
            new SubscriptionCommand.Describe(Contracts.Customer), null);
        await SetPlan(plan => plan with { Thresholds = new SendingThresholds { MessagesMin = 20 } });
        world.Answers = order =>
            order.Recipient.LocalPart.StartsWith("none", StringComparison.Ordinal) ? Answer.Unknown : Answer.Ok;

        var sent = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(
            () => world.Send(Shop.Mail($"{(i % 4 == 0 ? "none" : "ann")}{i}@site{i % 5}.example")))));
        foreach (var message in sent)
            await world.Rests(message);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Thresholds.Look()));

        var blocks = (await world.SmtpAccount.Get())!.Blocks.ShouldHaveSingleItem();
        (blocks.Cause, blocks.Number).ShouldBe((BlockCause.Account, 1));
        var told = (await world.MessagesOf(PlatformSender.Tenant))
            .Select(one => $"{one.Recipient} {one.Tags.Single()}").ToArray();
        told.CountBy(one => one).ShouldAllBe(one => one.Value == 1);
        told.Where(one => one.EndsWith(" account-blocked", StringComparison.Ordinal)).Order()
            .ShouldBe(["billing@example.org account-blocked", "operator@sandbox.test account-blocked"]);
    }

    private async Task SetPlan(Func<PlanTerms, PlanTerms> change)
    {
        var catalogue = world.Grains.GetGrain<IPlanCatalogueGrain>(PlatformKey.Value);
        var startup = (await catalogue.Get()).Of(PlanName.Startup);
        (await catalogue.SetPlan(PlanName.Startup, change(startup), null)).Refusal.ShouldBeNull();
    }

    private static SubmitCommand To(int recipients) => Shop.Mail() with
    {
        Recipients =
        [
            .. Enumerable.Range(0, recipients).Select(i => Recipient.Of(EmailAddress.Parse($"r{i}@example.com"))),
        ],
    };
}
