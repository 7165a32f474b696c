using System.Text;
using Actors.Storage.Databases;
using SQLitePCL;

namespace Actors.Storage.Sqlite;

/// <summary>SQLite's own prepared statement; the ADO.NET layer above it costs more than the statement itself.</summary>
internal sealed class SqliteStatement : IStatement
{
    private const int StackBytesMax = 512;

    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(sqlite3 connection, string sql)
    {
        this.connection = connection;
        var code = raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement);
        SqliteErrors.Check(code, connection);
    }

    public void Bind(int parameter, long value) => Check(raw.sqlite3_bind_int64(statement, parameter, value));

    public void Bind(int parameter, long? value) => Check(value is { } number
        ? raw.sqlite3_bind_int64(statement, parameter, number)
        : raw.sqlite3_bind_null(statement, parameter));

    public void Bind(int parameter, string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(statement, parameter));
            return;
        }

        if (value.Length * 3 > StackBytesMax)
        {
            BindText(parameter, Encoding.UTF8.GetBytes(value));
            return;
        }

        Span<byte> utf8 = stackalloc byte[StackBytesMax];
        BindText(parameter, utf8[..Encoding.UTF8.GetBytes(value, utf8)]);
    }

    public void BindText(int parameter, ReadOnlySpan<byte> utf8) => Check(utf8.IsEmpty
        ? raw.sqlite3_bind_text(statement, parameter, "")
        : raw.sqlite3_bind_text(statement, parameter, utf8));

    public void BindBlob(int parameter, ReadOnlySpan<byte> bytes) => Check(bytes.IsEmpty
        ? raw.sqlite3_bind_zeroblob(statement, parameter, 0) // an empty span would bind null
        : raw.sqlite3_bind_blob(statement, parameter, bytes));

    public int Execute()
    {
        var code = raw.sqlite3_step(statement);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
            throw Failed(code);
        var changed = raw.sqlite3_changes(connection);
        raw.sqlite3_reset(statement);
        return changed;
    }

    public bool Step() => raw.sqlite3_step(statement) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        var code => throw Failed(code),
    };

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose() => raw.sqlite3_reset(statement);

    public void Close() => statement.Dispose();

    private void Check(int code) => SqliteErrors.Check(code, connection);

    private DatabaseException Failed(int code)
    {
        var fault = SqliteErrors.Of(code, raw.sqlite3_errmsg(connection).utf8_to_string());
        raw.sqlite3_reset(statement);
        return fault;
    }
}
