using Actors.Storage.Databases;
using SQLitePCL;

namespace Actors.Storage.Sqlite;

/// <summary>One connection and its prepared statements; for one thread at a time.</summary>
internal sealed class SqliteConnection : IDisposable
{
    private readonly sqlite3 handle;
    private readonly int busyMilliseconds;
    private SqliteStatement?[] statements = [];

    static SqliteConnection() => Batteries_V2.Init();

    /// <param name="busyMilliseconds">That somebody else's lock is waited for.</param>
    public SqliteConnection(string path, int busyMilliseconds = SqliteSettings.BusyMilliseconds)
    {
        this.busyMilliseconds = busyMilliseconds;
        // Without SQLite's own mutex: whoever leases a connection has it alone.
        const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX
            | raw.SQLITE_OPEN_URI;
        var code = raw.sqlite3_open_v2(path, out handle, Flags, null);
        if (code != raw.SQLITE_OK)
        {
            var message = handle is null ? "out of memory" : raw.sqlite3_errmsg(handle).utf8_to_string();
            handle?.Dispose();
            throw SqliteErrors.Of(code, $"cannot open {path}: {message}");
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, busyMilliseconds);
    }

    /// <summary>Whether a transaction is open. SQLite ends one by itself after some faults.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    public SqliteStatement Prepare(Sql sql)
    {
        if (sql.Index >= statements.Length)
            Array.Resize(ref statements, sql.Index + 16);
        return statements[sql.Index] ??= new SqliteStatement(handle, sql.Text);
    }

    /// <summary>Runs one or several statements that return nothing of interest.</summary>
    public void Run(string sql)
    {
        var code = raw.sqlite3_exec(handle, sql, null, null, out var message);
        if (code != raw.SQLITE_OK)
            throw SqliteErrors.Of(code, message ?? raw.sqlite3_errstr(code).utf8_to_string());
    }

    /// <summary>Pages in the write-ahead log, those already copied back included.</summary>
    public int WalPages()
    {
        const int LookOnly = -1; // SQLITE_CHECKPOINT_NOOP
        var code = raw.sqlite3_wal_checkpoint_v2(handle, "main", LookOnly, out var pages, out _);
        return code == raw.SQLITE_OK ? pages : 0;
    }

    /// <summary>Copies what the write-ahead log holds into the database file, as far as no reader is in the way; nobody
    /// is waited for.</summary>
    /// <returns>Pages still to be copied.</returns>
    public int Checkpoint(bool truncate)
    {
        var mode = truncate ? raw.SQLITE_CHECKPOINT_TRUNCATE : raw.SQLITE_CHECKPOINT_PASSIVE;
        raw.sqlite3_busy_timeout(handle, 0);
        var code = raw.sqlite3_wal_checkpoint_v2(handle, "main", mode, out var pages, out var copied);
        raw.sqlite3_busy_timeout(handle, busyMilliseconds);
        if ((code & 0xff) is not (raw.SQLITE_OK or raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
            throw SqliteErrors.Of(code, raw.sqlite3_errmsg(handle).utf8_to_string());
        return pages - copied;
    }

    public void Dispose()
    {
        foreach (var statement in statements)
            statement?.Close();
        handle.Dispose();
    }
}
