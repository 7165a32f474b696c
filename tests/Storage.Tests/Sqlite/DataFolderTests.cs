using Actors.Storage.Databases;
using Actors.Storage.Sqlite;
using Actors.Testing;

namespace Actors.Storage.Tests.Sqlite;

public sealed class DataFolderTests : IAsyncLifetime
{
    private readonly TestStore test = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        test.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void a_second_store_on_the_folder_is_refused_with_its_name_and_the_remedy()
    {
        var refused = Should.Throw<DataFolderInUseException>(() => Store.Open(test.Options, test.Time));
        refused.Message.ShouldContain(test.Folder);
        refused.Message.ShouldContain("Storage:Folder");
    }

    [RequiresProgramFact("flock")]
    public void another_process_finds_the_folder_taken()
    {
        Locked().ShouldBeTrue();
        test.Store.Dispose();
        Locked().ShouldBeFalse();
    }

    [Fact]
    public void the_folder_is_free_again_after_an_open_that_failed()
    {
        test.Store.Dispose();
        Should.Throw<DatabaseException>(() => Store.Open(
            test.Options, test.Time, _ => throw new DatabaseException(DatabaseFault.Disk, "no")));
        test.Reopen();
    }

    private bool Locked()
    {
        using var flock = System.Diagnostics.Process.Start("flock", ["-n", Path.Combine(test.Folder, "lock"), "true"]);
        flock.WaitForExit();
        return flock.ExitCode != 0;
    }
}
