using Actors.Storage.Databases;

namespace Actors.Storage.Sqlite;

/// <summary>One SQLite file in WAL mode: every commit is one fsync of the log, readers never wait for the
/// writer.</summary>
public sealed class SqliteDatabase : IDatabase
{
    private static readonly Sql BeginImmediate = new("BEGIN IMMEDIATE");
    private static readonly Sql CommitAll = new("COMMIT");
    private static readonly Sql RollbackAll = new("ROLLBACK");

    private readonly SqliteConnection writer;
    private readonly SqliteReaders readers;

    /// <summary>Opens or creates the file and brings its schema up to date.</summary>
    /// <param name="path">Its folder exists and is locked against other processes.</param>
    /// <param name="readersMax">Connections for reading, opened as they are needed.</param>
    /// <exception cref="SchemaTooNewException">A later version of Actors wrote it.</exception>
    /// <exception cref="DatabaseException">It cannot be opened.</exception>
    public SqliteDatabase(string path, int readersMax)
        : this(path, readersMax, SqliteSettings.BusyMilliseconds)
    {
    }

    /// <param name="busyMilliseconds">That the writer waits for somebody else's lock.</param>
    internal SqliteDatabase(string path, int readersMax, int busyMilliseconds)
    {
        writer = new SqliteConnection(path, busyMilliseconds);
        try
        {
            writer.Run(SqliteSettings.Writer);
            Migrations.Run(writer);
        }
        catch
        {
            writer.Dispose();
            throw;
        }

        readers = new SqliteReaders(path, readersMax);
    }

    public ITransaction Begin()
    {
        writer.Prepare(BeginImmediate).Execute();
        return new Transaction(writer);
    }

    public ValueTask<IReading> Read(CancellationToken cancellation = default) => readers.Lease(cancellation);

    public void Maintain(bool idle)
    {
        var pages = writer.WalPages();
        if (pages >= (idle ? SqliteSettings.CheckpointPagesIdle : SqliteSettings.CheckpointPagesMax))
            writer.Checkpoint(truncate: false);
    }

    /// <summary>Leaves an empty log behind where nothing is in the way.</summary>
    public void Dispose()
    {
        readers.Dispose();
        try
        {
            writer.Checkpoint(truncate: true);
        }
        catch (DatabaseException)
        {
            // What is in the log is durable there, and copied back at the next start.
        }

        writer.Dispose();
    }

    private sealed class Transaction(SqliteConnection connection) : ITransaction
    {
        public IStatement Prepare(Sql sql) => connection.Prepare(sql);

        public void Commit() => connection.Prepare(CommitAll).Execute();

        public void Dispose()
        {
            if (connection.InTransaction)
                connection.Prepare(RollbackAll).Execute();
        }
    }
}
