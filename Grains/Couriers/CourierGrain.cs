using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Mail.Replies;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Couriers;

/// <summary>Shell of a courier: orders in, slots leased by site, attempts handed to
/// <see cref="IDeliveries"/>.</summary>
/// <remarks>Holds nothing that a row does not hold: after a crash the outbox hands everything over again.</remarks>
public sealed partial class CourierGrain(
    IRouting routing, IDeliveries deliveries, CourierOptions options, TimeProvider time, ILogger<CourierGrain> log)
    : Grain, ICourierGrain
{
    private static readonly Reply NoOutcome = Reply.Of(451, "4.4.1", "The attempt was lost without an outcome");

    private readonly OrderBook book = new();
    private readonly Dictionary<string, SiteLanes> sites = [];
    private readonly Queue<SiteLanes> starved = new();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        DelayDeactivation(TimeSpan.FromDays(3650)); // its lanes are memory: it lives as long as the process
        this.RegisterGrainTimer(_ => Tidy(), CourierLimits.SiteIdle, CourierLimits.SiteIdle);
        return Task.CompletedTask;
    }

    public Task<TimeSpan?> Enqueue(DeliveryOrder order)
    {
        if (book.Waiting >= options.WaitingMax && !book.Knows(order.Message))
            return Task.FromResult<TimeSpan?>(CourierLimits.FullRetryAfter);
        if (book.TryAdd(order))
            FindRoute(order);
        return Task.FromResult<TimeSpan?>(null);
    }

    public Task<bool> Withdraw(MessageKey message) => Task.FromResult(book.TryWithdraw(message));

    public Task Finished(MessageKey message, string site, SlotResult result)
    {
        if (!book.TryFinish(message, out var next))
            return Task.CompletedTask;
        if (sites.TryGetValue(site, out var lanes))
            Free(lanes, result);
        if (next is not null && book.TryAdd(next))
            FindRoute(next);
        while (book.OnTheWire < options.ConnectionsMax && starved.TryDequeue(out var other))
        {
            other.Starved = false;
            Dispatch(other);
        }
        if (lanes is not null)
            Dispatch(lanes);
        return Task.CompletedTask;
    }

    /// <returns>False when the outcome could not be stored; then the message's alarm hands it over again.</returns>
    private async Task<bool> Tell(DeliveryOrder order, AttemptOutcome outcome)
    {
        try
        {
            await GrainFactory.GetGrain<IMessageGrain>(order.Message.ToString())
                .Report(new AttemptReport(order.Attempt, order.Epoch, outcome, AttemptTrace.None));
            return true;
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "the outcome of {Message} could not be stored", order.Message);
            return false;
        }
    }

    private void Dispatch(SiteLanes lanes)
    {
        while (lanes.InUse < lanes.Leased && book.OnTheWire < options.ConnectionsMax && lanes.TryTake(out var place))
        {
            if (!book.TryStart(place.Message, lanes.Name, time.GetUtcNow(), out var order))
                continue;
            lanes.InUse++;
            deliveries.Start(order, this.GetPrimaryKeyString(), lanes.Name);
        }
        if (lanes.WantsSlots)
            _ = Ask(lanes);
        else if (lanes is { Waiting: > 0, Starved: false } && lanes.InUse < lanes.Leased)
            WaitForConnection(lanes);
    }

    private void WaitForConnection(SiteLanes lanes)
    {
        lanes.Starved = true;
        starved.Enqueue(lanes);
    }

    private Task Tidy()
    {
        foreach (var lanes in sites.Values)
        {
            if (lanes is { IsIdle: true, Quiet: true, Asked: false })
            {
                if (lanes.Answered > 0)
                    Tell(lanes, unreachable: 0);
                sites.Remove(lanes.Name);
            }
            lanes.Quiet = true;
        }
        foreach (var lost in book.StartedBefore(time.GetUtcNow() - CourierLimits.AttemptMax))
            _ = GiveUp(lost);
        return Task.CompletedTask;
    }

    /// <summary>An attempt was lost. Its slot stays taken until the message knows, so that a store in trouble stops
    /// deliveries instead of making duplicates.</summary>
    private async Task GiveUp(OrderBook.Attempt lost)
    {
        if (await Tell(lost.Order, new AttemptOutcome.Uncertain(NoOutcome)))
            await Finished(lost.Order.Message, lost.Site, SlotResult.Unused);
    }
}
