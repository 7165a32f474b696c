namespace Actors.Grains.Ports;

/// <summary>Keeps the platform from being made to connect to its own network, and from addresses that are not its
/// own.</summary>
public interface IEgressGuard
{
    /// <param name="host">A name or an IP address. Names are checked again, by what they resolve to, at each
    /// connection.</param>
    /// <returns>Null when it may be connected to, else why not.</returns>
    string? Refuse(string host);

    /// <param name="address">That an account is to send from.</param>
    /// <returns>Why not; null where it is this host's to send from.</returns>
    string? RefuseSource(string address);
}
