using Microsoft.Data.Sqlite;

namespace Actors.Crash.Imports;

/// <summary>The database of a server that has stopped: what imports have made, and what is left of uploads.</summary>
internal static class ImportedRows
{
    /// <summary>Contacts on the list, with what was said of each.</summary>
    private const string Contacts = $"""
        SELECT address, json_extract(state, '$.details.{ImportFile.Detail}') FROM contacts
        WHERE is_contact = 1 AND json_extract(state, '$.lists[0].name') = '{ImportFile.List}'
        """;

    /// <summary>Entries of the tenant's own.</summary>
    private const string Entries = """
        SELECT coalesce(address, json_extract(state, '$.blocked_domain')), json_extract(state, '$.blocked.note')
        FROM contacts WHERE json_extract(state, '$.blocked') IS NOT NULL
        """;

    private const string MadeByImports =
        "SELECT count(*) FROM contacts WHERE is_contact = 1 AND json_extract(state, '$.origin') = 2";

    private const string Active = "SELECT count(*) FROM contacts WHERE is_contact = 1 AND standing = 0";

    private const string Parts = "SELECT count(*) FROM import_parts";

    /// <param name="imports">All that there were.</param>
    /// <param name="active">What the allowance says.</param>
    public static IReadOnlyList<string> Check(
        string data, IReadOnlyList<(ImportFile File, ImportView End)> imports, long active)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(data, "actors.db")};Pooling=False");
        database.Open();
        var (contacts, entries) = (Said(database, Contacts), Said(database, Entries));
        List<string> broken =
        [
            .. imports.SelectMany(one => Missing(one.File, one.File.IsBlacklist ? entries : contacts)),
            .. Compared("contacts made by imports", Number(database, MadeByImports), Created(imports, false)),
            .. Compared("entries of the blacklist", entries.Count, Created(imports, true)),
            .. Compared("active contacts", Number(database, Active), active),
            .. Compared("parts of uploads", Number(database, Parts), 0),
        ];
        return broken;
    }

    private static long Created(IReadOnlyList<(ImportFile File, ImportView End)> imports, bool isBlacklist) =>
        imports.Where(one => one.File.IsBlacklist == isBlacklist).Sum(one => one.End.Created);

    private static IEnumerable<string> Missing(ImportFile file, Dictionary<string, string> found) =>
        from made in file.Made
        let there = found.GetValueOrDefault(made.Key)
        where there != made.Value
        select $"{file.Name}: {made.Key} is {there ?? "not there"}, and was imported as {made.Value}";

    private static IEnumerable<string> Compared(string what, long found, long wanted) =>
        found == wanted ? [] : [$"{what}: there are {found}, and {wanted} are counted"];

    private static Dictionary<string, string> Said(SqliteConnection database, string query)
    {
        using var command = Command(database, query);
        using var rows = command.ExecuteReader();
        var said = new Dictionary<string, string>();
        while (rows.Read())
            said.Add(rows.GetString(0), rows.IsDBNull(1) ? "" : rows.GetString(1));
        return said;
    }

    private static long Number(SqliteConnection database, string query)
    {
        using var command = Command(database, query);
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteCommand Command(SqliteConnection database, string query)
    {
        var command = database.CreateCommand();
        command.CommandText = query;
        return command;
    }
}
