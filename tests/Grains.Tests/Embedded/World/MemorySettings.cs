using System.Collections.Immutable;
using Actors.Grains.Listings;
using Actors.Grains.Ports;

namespace Actors.Grains.Tests.Embedded.World;

/// <summary>What the store knows of small grains beside their states: which stand in lists, and which are
/// due.</summary>
internal sealed class MemorySettings : IListingReader, IDueGrains
{
    private readonly Dictionary<GrainId, (Listing? Listing, DateTimeOffset? DueAt)> grains = [];

    public IReadOnlyCollection<GrainId> Grains => grains.Keys;

    public void Put(GrainId grain, object state) =>
        grains[grain] = ((state as IListed)?.Listed(grain.Key.ToString()!), (state as IDue)?.DueAt);

    public void Remove(GrainId grain) => grains.Remove(grain);

    public Task<ImmutableArray<DueGrain>> Read(DateTimeOffset until, DueGrain? after, int limit) => Task.FromResult(
        grains.Where(one => one.Value.DueAt <= until)
            .Select(one => new DueGrain(one.Key.Type.ToString()!, one.Key.Key.ToString()!, one.Value.DueAt!.Value))
            .OrderBy(one => one.DueAt).ThenBy(one => $"{one.Type}/{one.Key}", StringComparer.Ordinal)
            .SkipWhile(one => after is not null && one != after).Skip(after is null ? 0 : 1)
            .Take(limit).ToImmutableArray());

    public Task<ListingPage> List(ListingQuery query)
    {
        var fitting = Fitting(query)
            .OrderBy(one => one.Tenant?.Value ?? "", StringComparer.Ordinal)
            .ThenBy(one => one.Id, StringComparer.Ordinal)
            .Select(one => new ListedId(one.Tenant, one.Id))
            .SkipWhile(one => query.After is not null && one != query.After).Skip(query.After is null ? 0 : 1)
            .ToImmutableArray();
        return Task.FromResult(new ListingPage([.. fitting.Take(query.Limit)], fitting.Length > query.Limit));
    }

    public Task<int> Count(ListingQuery query) => Task.FromResult(Fitting(query).Count());

    private IEnumerable<Listing> Fitting(ListingQuery query) => grains.Values
        .Select(one => one.Listing).OfType<Listing>()
        .Where(one => one.Kind == query.Kind
            && (query.Tenant is null || one.Tenant == query.Tenant)
            && (query.Topic is null || one.Topic == query.Topic)
            && (query.Mark is null || one.Marks.Contains(query.Mark))
            && (query.Search is null || one.Search.Contains(query.Search, StringComparison.OrdinalIgnoreCase)));
}
