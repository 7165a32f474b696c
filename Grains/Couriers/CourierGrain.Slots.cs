using Actors.Grains.Destinations;
using Microsoft.Extensions.Logging;

namespace Actors.Grains.Couriers;

/// <content>Slots: how many attempts may be on the wire to a site at a time.</content>
public sealed partial class CourierGrain
{
    private void Free(SiteLanes lanes, SlotResult result)
    {
        lanes.InUse--;
        if (result == SlotResult.Unreachable && !lanes.NeverRests)
        {
            Tell(lanes, unreachable: 1);
            lanes.Leased = Math.Min(lanes.Leased, lanes.InUse); // the next one asks first
        }
        else if (result != SlotResult.Unused
            && ++lanes.Answered >= Math.Clamp(lanes.Leased, 1, CourierLimits.ReturnBlock))
        {
            Tell(lanes, unreachable: 0);
        }
    }

    private async Task Ask(SiteLanes lanes)
    {
        lanes.Asked = true;
        var wait = CourierLimits.AskAgainAfter;
        try
        {
            SlotLease lease;
            do
            {
                lanes.HasNews = false;
                lease = await Destination(lanes).Lease();
            }
            while (lanes.HasNews);
            lanes.Leased = lease.Slots;
            wait = lease.RetryAfter ?? wait;
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "destination {Site} gave no slots", lanes.Name);
        }
        if (lanes.Leased == 0)
        {
            AskLater(lanes, wait);
            return;
        }
        lanes.Asked = false;
        lanes.Refused = lanes.InUse >= lanes.Leased;
        Dispatch(lanes);
    }

    private void AskLater(SiteLanes lanes, TimeSpan wait)
    {
        IGrainTimer? timer = null;
        timer = this.RegisterGrainTimer(
            _ =>
            {
                timer!.Dispose();
                lanes.Asked = false;
                Dispatch(lanes);
                return Task.CompletedTask;
            },
            wait, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Tells the destination what was learned; it may have more slots now.</summary>
    private void Tell(SiteLanes lanes, int unreachable)
    {
        _ = Destination(lanes).Return(new SlotReturn(lanes.Answered, unreachable));
        lanes.Answered = 0;
        lanes.Refused = false;
        lanes.HasNews |= unreachable > 0;
    }

    private IDestinationGrain Destination(SiteLanes lanes) =>
        GrainFactory.GetGrain<IDestinationGrain>($"{this.GetPrimaryKeyString()}|{lanes.Name}");
}
