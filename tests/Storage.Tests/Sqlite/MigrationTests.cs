using Actors.Storage.Databases;
using Actors.Storage.Sqlite;

namespace Actors.Storage.Tests.Sqlite;

public sealed class MigrationTests : IAsyncLifetime
{
    private static readonly Sql Version = new("PRAGMA user_version");
    private static readonly Sql Tables = new("SELECT count(*) FROM sqlite_schema WHERE type = 'table'");

    private readonly TempFolder folder = new();

    private string Database => Path.Combine(folder.Path, "actors.db");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void an_empty_file_is_brought_to_the_latest_schema()
    {
        using (new SqliteDatabase(Database, 1))
        {
            // Opened once.
        }

        using var connection = new SqliteConnection(Database);
        Read(connection, Version).ShouldBe(Migrations.Latest);
        Read(connection, Tables).ShouldBe(23); // ours, and the one of AUTOINCREMENT
    }

    [Fact]
    public void a_file_of_the_first_schema_gets_the_later_ones_and_keeps_what_it_has()
    {
        using (var connection = new SqliteConnection(Database))
        {
            connection.Run(Migrations.Steps()[0]);
            connection.Run("INSERT INTO tenants VALUES (1, 'shop', 2, 3, 0); PRAGMA user_version = 1");
        }

        using (new SqliteDatabase(Database, 1))
        {
            // Opened once.
        }

        using var migrated = new SqliteConnection(Database);
        Read(migrated, Version).ShouldBe(Migrations.Latest);
        Read(migrated, new Sql("SELECT events FROM tenants WHERE name = 'shop'")).ShouldBe(3);
    }

    [Fact]
    public void effects_of_the_second_schema_are_due_at_once()
    {
        using (var connection = new SqliteConnection(Database))
        {
            connection.Run(Migrations.Steps()[0]);
            connection.Run(Migrations.Steps()[1]);
            connection.Run("""
                INSERT INTO effects (partition, message, submission, kind) VALUES (3, 1, 'x', 1);
                PRAGMA user_version = 2
                """);
        }

        using (new SqliteDatabase(Database, 1))
        {
            // Opened once.
        }

        using var migrated = new SqliteConnection(Database);
        Read(migrated, Version).ShouldBe(Migrations.Latest);
        Read(migrated, new Sql("SELECT count(*) FROM effects WHERE due_at = 0 AND failures = 0")).ShouldBe(1);
    }

    [Fact]
    public void accounts_from_before_there_was_a_list_of_them_stand_in_it()
    {
        using (var connection = new SqliteConnection(Database))
        {
            foreach (var step in Migrations.Steps().Take(4))
                connection.Run(step);
            connection.Run("""
                INSERT INTO grain_state (grain, name, etag, state) VALUES
                    ('smtpaccount/shop/acc_a', 'smtp-account', 1, '{"name":"Web SHOP","approved":true}'),
                    ('smtpaccount/shop/acc_b', 'smtp-account', 1, '{"name":"B","approved":false}'),
                    ('smtpaccount/shop/acc_c', 'smtp-account', 2, NULL),
                    ('tenant/shop', 'tenant', 1, '{}');
                PRAGMA user_version = 4
                """);
        }

        using (new SqliteDatabase(Database, 1))
        {
            // Opened once.
        }

        using var migrated = new SqliteConnection(Database);
        const string Of = "SELECT count(*) FROM listings WHERE kind = 'smtp-account' AND tenant = 'shop'";
        Read(migrated, new Sql(Of)).ShouldBe(2);
        Read(migrated, new Sql($"{Of} AND id = 'acc_a' AND marks = ' platform active ' AND search = 'web shop'"))
            .ShouldBe(1);
        Read(migrated, new Sql($"{Of} AND id = 'acc_b' AND marks = ' platform '")).ShouldBe(1);
    }

    [Fact]
    public void what_was_held_before_there_was_a_count_of_it_is_counted()
    {
        using (var connection = new SqliteConnection(Database))
        {
            foreach (var step in Migrations.Steps().Take(6))
                connection.Run(step);
            connection.Run("""
                INSERT INTO messages (no, version, submission, partition, account, recipient_hash, phase, hold_reason,
                    due_at, state)
                VALUES ((7 << 43) + 1, 1, 'x', 0, 'acc_a', 0, 4, 1, 9, '{}'),
                    ((7 << 43) + 2, 1, 'x', 0, 'acc_a', 0, 4, 2, 9, '{}'),
                    ((7 << 43) + 3, 1, 'x', 0, 'acc_a', 0, 2, 0, 9, '{}'),
                    ((8 << 43) + 1, 1, 'x', 0, 'acc_a', 0, 4, 1, 9, '{}');
                PRAGMA user_version = 6
                """);
        }

        using (new SqliteDatabase(Database, 1))
        {
            // Opened once.
        }

        using var migrated = new SqliteConnection(Database);
        Read(migrated, new Sql("SELECT count FROM held_counts WHERE tenant = 7 AND account = 'acc_a'")).ShouldBe(2);
        Read(migrated, new Sql("SELECT count FROM held_counts WHERE tenant = 8 AND account = 'acc_a'")).ShouldBe(1);
    }

    [Fact]
    public void a_newer_schema_is_refused_and_left_alone()
    {
        using (var connection = new SqliteConnection(Database))
            connection.Run("PRAGMA user_version = 9999; CREATE TABLE later (x)");
        var refused = Should.Throw<SchemaTooNewException>(() => new SqliteDatabase(Database, 1));
        (refused.Found, refused.Known).ShouldBe((9999, Migrations.Latest));
        refused.Message.ShouldContain("9999");
        using var after = new SqliteConnection(Database);
        Read(after, Tables).ShouldBe(1);
    }

    [Fact]
    public void a_file_that_is_no_database_is_a_fault_of_the_disk()
    {
        File.WriteAllText(Database, new string('x', 10_000));
        Should.Throw<DatabaseException>(() => new SqliteDatabase(Database, 1)).Fault.ShouldBe(DatabaseFault.Disk);
    }

    private static long Read(SqliteConnection connection, Sql sql)
    {
        using var row = connection.Prepare(sql);
        row.Step();
        return row.Number(0);
    }
}
