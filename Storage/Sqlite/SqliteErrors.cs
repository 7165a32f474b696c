using Actors.Storage.Databases;
using SQLitePCL;

namespace Actors.Storage.Sqlite;

/// <summary>Sorts SQLite's result codes into faults.</summary>
internal static class SqliteErrors
{
    public static void Check(int code, sqlite3 connection)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw Of(code, raw.sqlite3_errmsg(connection).utf8_to_string());
    }

    public static DatabaseException Of(int code, string message) =>
        new(FaultOf(code), $"SQLite: {message} (code {code}).");

    /// <summary>The low byte is the primary code; SQLITE_FULL is how SQLite reports ENOSPC of a write.</summary>
    private static DatabaseFault FaultOf(int code) => (code & 0xff) switch
    {
        raw.SQLITE_FULL => DatabaseFault.Full,
        raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN
            or raw.SQLITE_PROTOCOL => DatabaseFault.Disk,
        _ => DatabaseFault.Statement,
    };
}
