using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Plans;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Thresholds;

/// <summary>Shell of the thresholds: reads what was counted, asks <see cref="ThresholdRules"/>, commits level and mails
/// at once, and then tells the accounts.</summary>
public sealed partial class ThresholdGrain(
    [PersistentState("thresholds", StorageNames.Grains)] IPersistentState<ThresholdState> stored,
    IHealthReader outcomes,
    LifecycleOptions options,
    TimeProvider time,
    ILogger<ThresholdGrain> log) : Grain, IThresholdGrain
{
    private Task? running;
    private Task? following;

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    private IThresholdGrain Self => GrainFactory.GetGrain<IThresholdGrain>(Tenant.Value);

    /// <remarks>However many ask while a look is under way, one more answers them all.</remarks>
    public Task Look() => running is null or { IsCompleted: true }
        ? running = Self.Decide()
        : following ??= Follow(running);

    public async Task Decide()
    {
        var now = time.GetUtcNow();
        var (book, thresholds) = (await Book(now), await Thresholds());
        var (state, news) = ThresholdRules.Look(stored.State, book, thresholds, now);
        if (!news.IsEmpty)
            state = state with { Outgoing = state.Outgoing.AddRange(await Mails(news)) };
        if (!ReferenceEquals(state, stored.State))
            await stored.Save(state, this);
        await Act();
    }

    public Task Wake() => stored.State.LookAt <= time.GetUtcNow() ? Decide() : Act();

    public async Task<HealthView> Of(AccountId account)
    {
        var (book, thresholds) = (await Book(time.GetUtcNow()), await Thresholds());
        return View(stored.State.Of(account), ThresholdRules.WindowsOf(book, account, thresholds), thresholds);
    }

    public async Task<HealthView> OfTenant()
    {
        var (book, thresholds) = (await Book(time.GetUtcNow()), await Thresholds());
        return View(stored.State.Tenant, ThresholdRules.TenantsWindows(book, thresholds), thresholds);
    }

    public async Task<Answer<HealthView>> Lift(AccountId? account, Lift lift)
    {
        var now = time.GetUtcNow();
        if (ThresholdRules.Lift(stored.State, await Book(now), account, lift, now) is not { } next)
            return Refusal.Of(RefusalCode.Conflict, account is null
                ? "The accounts of this tenant are not blocked together."
                : "The account is not blocked for its own rates.");
        await stored.Save(next, this);
        await Act();
        return Answer.Of(account is { } one ? await Of(one) : await OfTenant());
    }

    public Task<string?> Export() => Task.FromResult<string?>(null);

    public Task Erase() => stored.Erase(this);

    private async Task Follow(Task before)
    {
        await before.ContinueWith(
            static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Current); // whoever waits for it hears of its failure
        following = null;
        await (running = Self.Decide());
    }

    private async Task<HealthBook> Book(DateTimeOffset now)
    {
        var hours = await outcomes.Read(Tenant, HealthBook.ReadFrom(now));
        return new HealthBook(hours, stored.State, now);
    }

    private async Task<SendingThresholds> Thresholds() =>
        (await GrainFactory.GetGrain<ISubscriptionGrain>(Tenant.Value).Plan()).Thresholds;

    private static HealthView View(
        Watched watched, ImmutableArray<HealthWindow> windows, SendingThresholds thresholds) =>
        new(watched.Level, watched.Since, watched.Reason, windows, thresholds, watched.Lifts);
}
