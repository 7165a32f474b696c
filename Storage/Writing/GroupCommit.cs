using Actors.Grains.Ports;
using Actors.Storage.Databases;

namespace Actors.Storage.Writing;

/// <summary>One writer for everything: what gathered while it was at the disk is its next transaction and one
/// fsync.</summary>
/// <remarks>A write that fails takes nobody with it; a fault of the disk fails the whole batch, and what
/// follows.</remarks>
internal sealed class GroupCommit : IDisposable
{
    private readonly IDatabase database;
    private readonly StoreHealth health;
    private readonly ICommitObserver observer;
    private readonly WriteScope scope;
    private readonly WriteQueue queue = new();
    private readonly List<Write> batch = [];
    private readonly SemaphoreSlim places = new(WriteLimits.InFlightMax);
    private Thread? thread;
    private int answered; // by the last transaction

    public GroupCommit(IDatabase database, StoreHealth health, TenantDirectory tenants, ICommitObserver observer)
    {
        (this.database, this.health, this.observer) = (database, health, observer);
        scope = new WriteScope(tenants);
    }

    /// <summary>Transactions committed so far.</summary>
    public long Commits { get; private set; }

    /// <summary>Writes on a thread of its own. Without it, whoever owns the time calls <see cref="RunOnce"/>.</summary>
    public void Start()
    {
        thread = new Thread(Loop) { IsBackground = true, Name = "storage writer" };
        thread.Start();
    }

    /// <summary>Prepares a write and waits until it is durable.</summary>
    /// <param name="prepare">Called when there is room, so that a waiting caller holds no prepared bytes.</param>
    /// <exception cref="StoreUnavailableException">No write is taken, or the commit failed.</exception>
    public async Task<TAnswer> Add<TArgument, TAnswer>(TArgument argument, Func<TArgument, Write<TAnswer>> prepare)
    {
        health.Admit();
        await places.WaitAsync();
        try
        {
            var write = prepare(argument);
            if (!queue.TryAdd(write))
                throw new StoreUnavailableException("The store is closed.");
            return await write.Task;
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Writes what waits, one transaction at most.</summary>
    /// <returns>Whether anything waited.</returns>
    public bool RunOnce()
    {
        queue.Take(batch, WriteLimits.BatchWritesMax, WriteLimits.BatchBytesMax);
        if (batch.Count == 0)
            return false;
        while (batch.Count > 0 && !TryCommit())
        {
            // Again, without the write that failed.
        }

        batch.Clear();
        Maintain(idle: false);
        return true;
    }

    /// <summary>Writes what waits, and ends.</summary>
    public void Dispose()
    {
        queue.Close();
        if (thread is null)
            Drain();
        else
            thread.Join();
    }

    private void Loop()
    {
        while (true)
        {
            switch (queue.Wait(WriteLimits.IdleMilliseconds))
            {
                case QueueNews.Work:
                    if (answered > 1)
                        queue.Gather(answered, WriteLimits.GatherTime);
                    RunOnce();
                    break;
                case QueueNews.Idle:
                    Maintain(idle: true);
                    break;
                default:
                    return;
            }
        }
    }

    private void Drain()
    {
        while (RunOnce())
        {
            // The next transaction.
        }
    }

    private bool TryCommit()
    {
        Write? current = null;
        try
        {
            RefuseAfterFailure();
            using var transaction = database.Begin();
            scope.Begin(transaction);
            foreach (var write in batch)
            {
                current = write;
                write.Apply(scope);
            }

            current = null;
            scope.Commit();
        }
        catch (Exception fault) when (current is not null && FaultOf(fault) == DatabaseFault.Statement)
        {
            scope.RolledBack();
            batch.Remove(current);
            current.Fail(fault);
            return false;
        }
        catch (Exception fault)
        {
            scope.RolledBack();
            FailBatch(fault);
            return true;
        }

        Commits++;
        health.Committed();
        scope.Committed(observer);
        answered = batch.Count;
        foreach (var write in batch)
            write.Complete();
        return true;
    }

    private void FailBatch(Exception fault)
    {
        var told = fault as StoreUnavailableException ?? health.Note(FaultOf(fault), fault);
        foreach (var write in batch)
            write.Fail(told);
    }

    /// <summary>What was let in before the failure became known must not reach the disk after it.</summary>
    private void RefuseAfterFailure()
    {
        if (health.Condition == StoreCondition.Failed)
            throw health.Note(DatabaseFault.Disk, new IOException("An earlier commit failed."));
    }

    private void Maintain(bool idle)
    {
        try
        {
            if (health.Condition == StoreCondition.Healthy)
                database.Maintain(idle);
        }
        catch (DatabaseException fault)
        {
            health.Note(fault.Fault, fault);
        }
    }

    private static DatabaseFault FaultOf(Exception fault) =>
        fault is DatabaseException known ? known.Fault : DatabaseFault.Statement;
}
