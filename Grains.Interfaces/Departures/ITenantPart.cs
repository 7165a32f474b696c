namespace Actors.Grains.Departures;

/// <summary>A grain that holds something of one tenant: what a tenant takes along, and what goes when it has
/// left.</summary>
/// <remarks>Which grain of a listing is asked is registered in <see cref="TenantParts"/>.</remarks>
public interface ITenantPart : IGrainWithStringKey
{
    /// <returns>Its settings as one JSON object on one line, without secrets; null when there is nothing.</returns>
    Task<string?> Export();

    /// <summary>Clears its state, and before that what it gave to grains of other keys (hashes of keys, logins,
    /// sessions, links). Repeating it changes nothing.</summary>
    Task Erase();
}
