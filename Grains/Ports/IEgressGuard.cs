namespace Actors.Grains.Ports;

/// <summary>Keeps the platform from being made to connect to its own network.</summary>
public interface IEgressGuard
{
    /// <param name="host">A name or an IP address. Names are checked again, by what they resolve to, at each
    /// connection.</param>
    /// <returns>Null when it may be connected to, else why not.</returns>
    string? Refuse(string host);
}
