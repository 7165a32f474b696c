using System.Net;

namespace Actors.Smtp.Client;

/// <summary>What the look-up of a server's addresses has come to: a closed set.</summary>
public abstract record HostAddresses
{
    private HostAddresses()
    {
    }

    /// <param name="Addresses">At least one, in the order to try.</param>
    public sealed record Found(IReadOnlyList<IPAddress> Addresses) : HostAddresses;

    /// <param name="Failure">At the stage of resolving, and never final: settings and zones are mended.</param>
    public sealed record Unknown(OpenResult.Failed Failure) : HostAddresses;
}
