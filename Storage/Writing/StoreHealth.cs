using Actors.Grains.Ports;
using Actors.Storage.Databases;

namespace Actors.Storage.Writing;

/// <summary>Whether the store takes writes. Safe for concurrent use.</summary>
/// <remarks>
/// After a failed fsync the kernel may have dropped what could not be written and report success the next time, so
/// nothing but a restart, which reads what is there, can know. A full disk is only full: what was refused is refused,
/// and a later write may find room.
/// </remarks>
public sealed class StoreHealth(TimeProvider time)
{
    private readonly Lock gate = new();
    private StoreCondition condition;
    private string reason = "";
    private long lastTry;

    public StoreCondition Condition
    {
        get
        {
            lock (gate)
                return condition;
        }
    }

    /// <summary>Lets a write in, or one a second to try a disk that was full.</summary>
    /// <exception cref="StoreUnavailableException">It is not let in.</exception>
    internal void Admit()
    {
        lock (gate)
        {
            if (condition == StoreCondition.Healthy)
                return;
            if (condition == StoreCondition.Failed || time.GetElapsedTime(lastTry) < WriteLimits.ProbeInterval)
                throw new StoreUnavailableException(reason);
            lastTry = time.GetTimestamp();
        }
    }

    internal void Committed()
    {
        lock (gate)
        {
            if (condition == StoreCondition.Full)
                condition = StoreCondition.Healthy;
        }
    }

    /// <summary>Notes a fault that stopped a write.</summary>
    /// <returns>What the writes that met it are told.</returns>
    internal StoreUnavailableException Note(DatabaseFault fault, Exception cause)
    {
        lock (gate)
        {
            if (condition != StoreCondition.Failed)
            {
                (condition, reason) = fault == DatabaseFault.Full
                    ? (StoreCondition.Full, "The disk of the data folder is full; nothing is taken before it has room.")
                    : (StoreCondition.Failed, "A write to the data folder failed; nothing is taken until a restart.");
                lastTry = time.GetTimestamp();
            }

            return new StoreUnavailableException(reason, cause);
        }
    }
}
