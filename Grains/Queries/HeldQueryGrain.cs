using Actors.Grains.Ports;

namespace Actors.Grains.Queries;

[StatelessWorker]
public sealed class HeldQueryGrain(IMessageReader messages) : Grain, IHeldQueryGrain
{
    public Task<HeldPage> List(HeldSearch search) => messages.Held(search);
}
