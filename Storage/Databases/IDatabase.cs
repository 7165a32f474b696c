namespace Actors.Storage.Databases;

/// <summary>The thin floor below everything stored: one writer, many readers, commits that are durable.</summary>
/// <remarks>Faults come as <see cref="DatabaseException"/>, and its kind decides how the store goes on.</remarks>
public interface IDatabase : IDisposable
{
    /// <summary>Begins the one transaction. Called by one thread at a time.</summary>
    ITransaction Begin();

    /// <summary>Leases a view of what was committed when its first statement runs; waits while too many are
    /// out.</summary>
    ValueTask<IReading> Read(CancellationToken cancellation = default);

    /// <summary>Housekeeping between two transactions, on the writer's thread.</summary>
    /// <param name="idle">Nothing waits to be written.</param>
    /// <exception cref="DatabaseException">What was committed stays committed.</exception>
    void Maintain(bool idle);
}
