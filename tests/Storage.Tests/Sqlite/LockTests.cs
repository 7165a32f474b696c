using Actors.Storage.Databases;
using Actors.Storage.Sqlite;
using Actors.Testing;

namespace Actors.Storage.Tests.Sqlite;

public sealed class LockTests
{
    /// <summary>Milliseconds for a lock: longer than any test waits, however slow the machine is.</summary>
    private const int ForEver = int.MaxValue;

    private static readonly Sql Make = new("CREATE TABLE made (one)");
    private static readonly Sql Look = new("SELECT count(*) FROM sqlite_schema");

    /// <summary>As a reader does that meets the head of the log half written.</summary>
    [Fact]
    public async Task who_finds_the_log_locked_for_a_moment_waits_and_writes()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "actors.db");
        using var own = new SqliteDatabase(path, readersMax: 1, ForEver);
        using var other = new SqliteDatabase(path, readersMax: 1);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task writing;
        using (var locked = other.Begin())
        {
            writing = Task.Run(() => Write(own, begun));
            await begun.Task;
            for (var look = 0; look < 10_000 && !writing.IsCompleted; look++)
                locked.Prepare(Look).Execute();
        }

        await writing;
    }

    [Fact]
    public async Task who_reads_holds_up_no_end()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "actors.db");
        var own = new SqliteDatabase(path, readersMax: 1, ForEver);
        using var other = new SqliteDatabase(path, readersMax: 1);
        using var reading = await other.Read();
        reading.Prepare(Look).Step();
        using (var transaction = own.Begin())
        {
            transaction.Prepare(Make).Execute();
            transaction.Commit();
        }

        await Task.Run(own.Dispose).Soon();
    }

    private static void Write(SqliteDatabase database, TaskCompletionSource begun)
    {
        begun.SetResult();
        using var transaction = database.Begin();
        transaction.Commit();
    }
}
