namespace Actors.Grains.Sessions;

/// <summary>Slows down who tries passwords from one network, whomever they try. Remembered in memory alone.</summary>
/// <remarks>Key: an IPv4 address, or an IPv6 /64.</remarks>
[Alias("log-in-network")]
public interface ILogInNetworkGrain : IGrainWithStringKey
{
    /// <summary>Takes one attempt.</summary>
    /// <returns>Zero when it may be made, else how long to wait.</returns>
    Task<TimeSpan> Take();

    /// <summary>It was right: it does not count.</summary>
    [OneWay]
    Task GiveBack();
}
