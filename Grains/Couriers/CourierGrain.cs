using Actors.Grains.Destinations;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Couriers;

/// <summary>Shell of a courier: orders in, slots leased by site, attempts handed to <see cref="IDeliveries"/>.</summary>
/// <remarks>Holds nothing that a row does not hold: after a crash the outbox hands everything over again.</remarks>
public sealed class CourierGrain(
    IRouting routing, IDeliveries deliveries, CourierOptions options, ILogger<CourierGrain> log)
    : Grain, ICourierGrain
{
    private readonly OrderBook book = new();
    private readonly Dictionary<string, SiteLanes> sites = [];
    private readonly Queue<SiteLanes> starved = new();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        DelayDeactivation(TimeSpan.FromDays(3650)); // its lanes are memory: it lives as long as the process
        this.RegisterGrainTimer(_ => CloseIdle(), CourierLimits.SiteIdle, CourierLimits.SiteIdle);
        return Task.CompletedTask;
    }

    public Task<TimeSpan?> Enqueue(DeliveryOrder order)
    {
        if (book.Waiting >= CourierLimits.WaitingMax)
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

    private void FindRoute(DeliveryOrder order)
    {
        var route = routing.Find(order.Recipient.Domain);
        if (route.IsCompletedSuccessfully)
            Place(order, route.Result);
        else
            _ = PlaceLater(order, route); // DNS takes its time, and the lanes go on
    }

    private async Task PlaceLater(DeliveryOrder order, ValueTask<Route> pending)
    {
        try
        {
            Place(order, await pending);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "no route for {Domain} could be found", order.Recipient.Domain);
            book.Drop(order.Message); // the row's alarm hands it over again
        }
    }

    private void Place(DeliveryOrder order, Route route)
    {
        switch (route)
        {
            case Route.Site site:
                if (!sites.TryGetValue(site.Name, out var lanes))
                    sites[site.Name] = lanes = new SiteLanes(site.Name, site.NeverRests);
                lanes.Add(order);
                lanes.Quiet = false;
                Dispatch(lanes);
                break;
            case Route.Withheld withheld:
                Decline(order, new AttemptOutcome.Withheld(withheld.Reason));
                break;
            case Route.Nowhere nowhere:
                Decline(order, nowhere.Reply.IsPermanent
                    ? new AttemptOutcome.Permanent(nowhere.Reply)
                    : new AttemptOutcome.Transient(nowhere.Reply, null));
                break;
        }
    }

    private void Decline(DeliveryOrder order, AttemptOutcome outcome)
    {
        book.Drop(order.Message);
        _ = GrainFactory.GetGrain<IMessageGrain>(order.Message.ToString())
            .Report(new AttemptReport(order.Attempt, order.Epoch, outcome, AttemptTrace.None));
    }

    private void Dispatch(SiteLanes lanes)
    {
        while (lanes.InUse < lanes.Leased && book.OnTheWire < options.ConnectionsMax && lanes.TryTake(out var order))
        {
            if (!book.TryStart(order.Message))
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

    private void Free(SiteLanes lanes, SlotResult result)
    {
        lanes.InUse--;
        if (result == SlotResult.Unreachable && !lanes.NeverRests)
        {
            lanes.Leased--;
            Tell(lanes, slots: 1, unreachable: 1);
        }
        else if (++lanes.Answered >= CourierLimits.ReturnBlock)
        {
            Tell(lanes, slots: 0, unreachable: 0);
        }
    }

    private async Task Ask(SiteLanes lanes)
    {
        lanes.Asked = true;
        var wait = TimeSpan.FromSeconds(1); // where the destination does not say
        try
        {
            var lease = await Destination(lanes).Lease(Math.Min(lanes.Waiting, options.ConnectionsMax));
            lanes.Leased += lease.Slots;
            wait = lease.RetryAfter ?? wait;
            lanes.Asked = lease.Slots == 0;
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "destination {Site} gave no slots", lanes.Name);
        }
        if (lanes.Asked && lanes.Leased == 0)
            this.RegisterGrainTimer(_ => AskAgain(lanes), wait, Timeout.InfiniteTimeSpan);
        else
            Dispatch(lanes);
    }

    private Task AskAgain(SiteLanes lanes)
    {
        lanes.Asked = false;
        Dispatch(lanes);
        return Task.CompletedTask;
    }

    /// <summary>Tells the destination what was learned; it may have slots again.</summary>
    private void Tell(SiteLanes lanes, int slots, int unreachable)
    {
        _ = Destination(lanes).Return(new SlotReturn(slots, lanes.Answered, unreachable));
        lanes.Answered = 0;
        lanes.Asked = lanes.Asked && lanes.Leased == 0; // then a timer asks
    }

    private Task CloseIdle()
    {
        foreach (var lanes in sites.Values)
        {
            if (lanes is { IsIdle: true, Quiet: true, Asked: false })
            {
                Tell(lanes, lanes.Leased, unreachable: 0);
                sites.Remove(lanes.Name);
            }
            lanes.Quiet = true;
        }
        return Task.CompletedTask;
    }

    private IDestinationGrain Destination(SiteLanes lanes) =>
        GrainFactory.GetGrain<IDestinationGrain>($"{this.GetPrimaryKeyString()}|{lanes.Name}");
}
