using Actors.Api;
using Actors.Storage;
using Actors.Storage.Writing;

namespace Actors.Silo.Hosting;

/// <summary>Tells <c>/readyz</c> whether the store takes writes.</summary>
public sealed class StoreReadiness(Store store) : IReadiness
{
    public string Name => "store";

    public ValueTask<string?> Check(CancellationToken cancellation) => new(store.Health.Condition switch
    {
        StoreCondition.Healthy => null,
        StoreCondition.Full => "The disk of the data folder is full.",
        _ => "A write to the data folder failed; a restart is needed.",
    });
}
