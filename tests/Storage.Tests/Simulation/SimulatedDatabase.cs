using Actors.Storage.Databases;
using Actors.Storage.Sqlite;

namespace Actors.Storage.Tests.Simulation;

/// <summary>A disk that fails at a call of choice, over a real SQLite file: what was committed there survives a
/// crash.</summary>
internal sealed class SimulatedDatabase(DataFolder folder) : IDatabase
{
    private readonly SqliteDatabase inner = new(folder.Database, 2);
    private Transaction? open;

    /// <summary>Begins, executed statements and commits so far.</summary>
    public int Calls { get; private set; }

    /// <summary>Rows and results asked for by readers and writers.</summary>
    public int Steps { get; private set; }

    /// <summary>The call that fails, counted from 1; 0 for none.</summary>
    public int FailAt { get; set; }

    public DiskFault Fault { get; set; }

    public ITransaction Begin()
    {
        Count(committing: false);
        return open = new Transaction(this, inner.Begin());
    }

    public async ValueTask<IReading> Read(CancellationToken cancellation = default) =>
        new Reading(this, await inner.Read(cancellation));

    public void Maintain(bool idle) => inner.Maintain(idle);

    /// <summary>What was not committed is gone, as after a power cut.</summary>
    public void Dispose()
    {
        open?.Dispose();
        inner.Dispose();
    }

    /// <returns>Whether this call fails although what it did is on the disk.</returns>
    private bool Count(bool committing)
    {
        if (++Calls != FailAt)
            return false;
        if (committing && Fault == DiskFault.FsyncFailsButKeeps)
            return true;
        throw Failure();
    }

    private DatabaseException Failure() => new(
        Fault == DiskFault.Full ? DatabaseFault.Full : DatabaseFault.Disk, $"simulated {Fault} at call {FailAt}");

    private class Reading(SimulatedDatabase disk, IReading inner) : IReading
    {
        public IStatement Prepare(Sql sql) => new Statement(disk, inner.Prepare(sql));

        public void Dispose() => inner.Dispose();
    }

    private sealed class Transaction(SimulatedDatabase disk, ITransaction inner) : Reading(disk, inner), ITransaction
    {
        private readonly SimulatedDatabase disk = disk;
        private readonly ITransaction inner = inner;

        public void Commit()
        {
            var failsAfterwards = disk.Count(committing: true);
            inner.Commit();
            if (failsAfterwards)
                throw disk.Failure();
        }
    }

    private sealed class Statement(SimulatedDatabase disk, IStatement inner) : IStatement
    {
        public void Bind(int parameter, long value) => inner.Bind(parameter, value);

        public void Bind(int parameter, long? value) => inner.Bind(parameter, value);

        public void Bind(int parameter, string? value) => inner.Bind(parameter, value);

        public void BindText(int parameter, ReadOnlySpan<byte> utf8) => inner.BindText(parameter, utf8);

        public void BindBlob(int parameter, ReadOnlySpan<byte> bytes) => inner.BindBlob(parameter, bytes);

        public int Execute()
        {
            disk.Count(committing: false);
            return inner.Execute();
        }

        public bool Step()
        {
            disk.Steps++;
            return inner.Step();
        }

        public bool IsNull(int column) => inner.IsNull(column);

        public long Number(int column) => inner.Number(column);

        public string Text(int column) => inner.Text(column);

        public ReadOnlySpan<byte> Bytes(int column) => inner.Bytes(column);

        public void Dispose() => inner.Dispose();
    }
}

internal enum DiskFault
{
    /// <summary>ENOSPC: nothing of the transaction is kept.</summary>
    Full = 0,

    /// <summary>The fsync fails and what it should have kept is lost.</summary>
    FsyncFails = 1,

    /// <summary>The fsync fails and what it should have kept is there after a restart all the same.</summary>
    FsyncFailsButKeeps = 2,
}
