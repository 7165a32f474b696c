using System.Reflection;
using Actors.Storage.Databases;
using Actors.Storage.Sqlite;

namespace Actors.Storage.Tests.Sqlite;

/// <summary>Every statement of the store, as SQLite would run it.</summary>
public sealed class StatementPlanTests
{
    [Fact]
    public void no_statement_reads_a_whole_table_of_many_rows()
    {
        using var folder = new TempFolder();
        using (new SqliteDatabase(Path.Combine(folder.Path, "actors.db"), 1))
        {
            // Makes the tables.
        }

        using var connection = new SqliteConnection(Path.Combine(folder.Path, "actors.db"));
        var scans = new List<string>();
        foreach (var sql in AllStatements().Where(s => !s.Text.StartsWith("PRAGMA", StringComparison.Ordinal)))
        {
            using var plan = connection.Prepare(new Sql("EXPLAIN QUERY PLAN " + sql.Text));
            while (plan.Step())
            {
                var step = plan.Text(3);
                if (step.StartsWith("SCAN", StringComparison.Ordinal) && !IsBounded(step))
                    scans.Add($"{step}: {sql.Text}");
            }
        }

        scans.ShouldBeEmpty();
    }

    [Fact]
    public void every_statement_is_found()
    {
        AllStatements().Count.ShouldBeGreaterThan(40);
    }

    /// <summary>The subselects that LIMIT or a range has cut, the tags in one row's JSON, and
    /// reminders, of which there are few.</summary>
    private static bool IsBounded(string step) =>
        step.Contains("json_each", StringComparison.Ordinal)
        || step is "SCAN idempotency" or "SCAN CONSTANT ROW" or "SCAN reminders";

    private static List<Sql> AllStatements() =>
    [
        .. typeof(Store).Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(f => f.FieldType == typeof(Sql) || f.FieldType == typeof(Sql[]))
            .SelectMany(f => f.GetValue(null) is Sql one ? [one] : (Sql[])f.GetValue(null)!),
    ];
}
