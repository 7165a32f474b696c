using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;

namespace Actors.Grains.Queries;

[StatelessWorker]
public sealed class HeldQueryGrain(IMessageReader messages) : Grain, IHeldQueryGrain
{
    public Task<HeldPage> List(HoldReason? reason, MessageKey? after, int limit) => messages.Held(reason, after, limit);
}
