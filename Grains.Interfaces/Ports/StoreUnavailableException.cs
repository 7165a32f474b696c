namespace Actors.Grains.Ports;

/// <summary>The store takes no writes at present: the disk is full, or an fsync failed and a restart is
/// needed.</summary>
/// <remarks>What was being written is not stored, and clients are told to come back (421, 503).</remarks>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException() { }

    public StoreUnavailableException(string message) : base(message) { }

    public StoreUnavailableException(string message, Exception inner) : base(message, inner) { }
}
