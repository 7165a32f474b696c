using Actors.Grains.Listings;

namespace Actors.Grains.Ports;

/// <summary>Reads the rows of <see cref="IListed"/>; see <see cref="IListingGrain"/>.</summary>
public interface IListingReader
{
    Task<ListingPage> List(ListingQuery query);

    Task<int> Count(ListingQuery query);
}
