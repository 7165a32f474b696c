using Actors.Grains.Listings;

namespace Actors.Grains.Ports;

/// <summary>A state of a settings grain that stands in a list. The store writes its row in the state's own
/// commit.</summary>
public interface IListed
{
    /// <param name="key">The grain's.</param>
    /// <returns>Null where it stands in no list, or in none any more.</returns>
    Listing? Listed(string key);
}
