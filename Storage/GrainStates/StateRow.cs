using Actors.Grains.Listings;
using Actors.Grains.Ports;
using Actors.Storage.Json;

namespace Actors.Storage.GrainStates;

/// <summary>What is stored of a state: all of it, or none.</summary>
/// <param name="Grain">Type and key.</param>
/// <param name="Json">Null to clear.</param>
/// <param name="DueAt">Null for nothing to do.</param>
/// <param name="Listing">Null where it stands in no list.</param>
/// <param name="MayBeListed">Whether a row of it may be there from before.</param>
internal sealed record StateRow(
    string Grain, string Name, Payload Payload, Piece? Json, DateTimeOffset? DueAt, Listing? Listing, bool MayBeListed)
{
    /// <param name="state">None to clear.</param>
    /// <param name="json">Null to clear.</param>
    public static StateRow Of<T>(string stateName, GrainId grainId, T? state, Payload payload, Piece? json) => new(
        grainId.ToString(), stateName, payload, json, (state as IDue)?.DueAt,
        (state as IListed)?.Listed(grainId.Key.ToString()!), typeof(IListed).IsAssignableFrom(typeof(T)));
}
