using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Grains.Queries;

/// <summary>Readers wait beside each other and keep no turn; what they wait for is the store's signal.</summary>
public sealed class EventFeedGrain(IEventReader events, TimeProvider time) : Grain, IEventFeedGrain
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(20);

    public async Task<bool> WaitFor(long after, TimeSpan wait)
    {
        using var limit = new CancellationTokenSource(wait < WaitMax ? wait : WaitMax, time);
        try
        {
            await events.WaitFor(TenantId.Parse(this.GetPrimaryKeyString()), after, limit.Token);
            return true;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return false;
        }
    }
}
