using Actors.Grains.Ports;

namespace Actors.Grains.Listings;

[StatelessWorker]
public sealed class ListingGrain(IListingReader listings) : Grain, IListingGrain
{
    public Task<ListingPage> List(ListingQuery query) => listings.List(query);

    public Task<int> Count(ListingQuery query) => listings.Count(query);
}
