using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Ports;

namespace Actors.Grains.Subscriptions;

[GenerateSerializer, Alias("ledger-state")]
public sealed record LedgerState : IListed
{
    /// <summary>Null before it is filed.</summary>
    [Id(0)] public LedgerCycle? Cycle { get; init; }

    public Listing? Listed(string key) => Cycle is { } cycle
        ? new Listing(ListingKinds.LedgerCycle, TenantId.Parse(key[..key.IndexOf('/', StringComparison.Ordinal)]),
            cycle.Month.ToString())
        : null;
}

public sealed class LedgerGrain(
    [PersistentState("ledger", StorageNames.Grains)] IPersistentState<LedgerState> stored) : Grain, ILedgerGrain
{
    public Task File(LedgerCycle cycle) => stored.RecordExists
        ? Task.CompletedTask
        : stored.Save(new LedgerState { Cycle = cycle }, this);

    public Task<LedgerCycle?> Get() => Task.FromResult(stored.State.Cycle);

    public Task<string?> Export() => Task.FromResult(ExportLine.Of(stored.State.Cycle));

    public Task Erase() => stored.Erase(this);
}
