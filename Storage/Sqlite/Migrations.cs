using System.Globalization;
using System.Reflection;
using Actors.Storage.Databases;

namespace Actors.Storage.Sqlite;

/// <summary>Brings a database to the schema of this version: <c>Schema/0001.sql</c>, <c>0002.sql</c> … in
/// order.</summary>
/// <remarks>The file carries its number in <c>user_version</c>; a step and its number are one transaction.</remarks>
internal static class Migrations
{
    private static readonly Sql ReadVersion = new("PRAGMA user_version");

    /// <summary>The schema this version reads and writes.</summary>
    public static int Latest { get; } = Steps().Count;

    public static void Run(SqliteConnection connection)
    {
        var version = VersionOf(connection);
        if (version > Latest)
            throw new SchemaTooNewException(version, Latest);
        var steps = Steps();
        for (var next = version + 1; next <= Latest; next++)
        {
            connection.Run("BEGIN EXCLUSIVE");
            connection.Run(steps[next - 1]);
            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {next}; COMMIT"));
        }
    }

    private static int VersionOf(SqliteConnection connection)
    {
        using var statement = connection.Prepare(ReadVersion);
        statement.Step();
        return (int)statement.Number(0);
    }

    internal static IReadOnlyList<string> Steps()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var steps = new List<string>();
        while (assembly.GetManifestResourceStream(NameOf(steps.Count + 1)) is { } stream)
        {
            using var reader = new StreamReader(stream);
            steps.Add(reader.ReadToEnd());
        }

        return steps;
    }

    private static string NameOf(int step) =>
        string.Create(CultureInfo.InvariantCulture, $"Actors.Storage.Schema.{step:0000}.sql");
}
