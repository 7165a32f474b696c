using System.Collections.Concurrent;
using Actors.Storage.Databases;

namespace Actors.Storage.Sqlite;

/// <summary>A bounded set of connections that can only read.</summary>
internal sealed class SqliteReaders(string path, int readersMax) : IDisposable
{
    private static readonly Sql BeginSnapshot = new("BEGIN");
    private static readonly Sql EndSnapshot = new("COMMIT");

    private readonly ConcurrentStack<SqliteConnection> idle = new();
    private readonly SemaphoreSlim places = new(readersMax);

    public ValueTask<IReading> Lease(CancellationToken cancellation)
    {
        var place = places.WaitAsync(cancellation);
        return place.IsCompletedSuccessfully ? new ValueTask<IReading>(Open()) : new ValueTask<IReading>(Wait(place));
    }

    public void Dispose()
    {
        while (idle.TryPop(out var connection))
            connection.Dispose();
        places.Dispose();
    }

    private async Task<IReading> Wait(Task place)
    {
        await place;
        return Open();
    }

    private Reading Open()
    {
        try
        {
            if (!idle.TryPop(out var connection))
            {
                connection = new SqliteConnection(path);
                connection.Run(SqliteSettings.Reader);
            }

            connection.Prepare(BeginSnapshot).Execute();
            return new Reading(this, connection);
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    private void Return(SqliteConnection connection)
    {
        try
        {
            connection.Prepare(EndSnapshot).Execute();
            idle.Push(connection);
        }
        catch (DatabaseException)
        {
            connection.Dispose(); // a new one is opened in its place
        }

        places.Release();
    }

    private sealed class Reading(SqliteReaders owner, SqliteConnection connection) : IReading
    {
        private SqliteConnection? leased = connection;

        public IStatement Prepare(Sql sql) =>
            (leased ?? throw new ObjectDisposedException(nameof(IReading))).Prepare(sql);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref leased, null) is { } returned)
                owner.Return(returned);
        }
    }
}
