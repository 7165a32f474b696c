namespace Actors.Crash.Imports;

/// <summary>Makes files, no two of which name the same address, but for readers.</summary>
internal static class ImportFiles
{
    private const string Domain = "crash.test";
    private const int RowsMin = 2_000;
    private const int RowsMax = 6_000;

    /// <param name="readers">Who gets letters meanwhile; empty for none.</param>
    public static ImportFile Contacts(int number, Random random, IReadOnlyList<string> readers) => new(
        $"contacts-{number}", IsBlacklist: false, IsJson: random.Next(2) == 0,
        [.. Rows($"imported-{number}", random.Next(RowsMin, RowsMax), at => at % 100 == 9 && readers.Count > 0
            ? new FileRow(readers[random.Next(readers.Count)], $"{number}.{at}", RowEnd.CreatesOrUpdates) : null)]);

    public static ImportFile Blacklist(int number, Random random) => new(
        $"blacklist-{number}", IsBlacklist: true, IsJson: random.Next(2) == 0,
        [.. Rows($"blocked-{number}", random.Next(RowsMin, RowsMax), at => at % 10 == 7
            ? new FileRow($"blocked-{number}-{at}.test", $"{at}", RowEnd.Creates) : null)]);

    /// <summary>So many contacts, each in a row.</summary>
    public static ImportFile Plain(string name, int rows) => new(
        name, IsBlacklist: false, IsJson: false,
        [.. Enumerable.Range(0, rows).Select(at => Fresh(name, at))]);

    private static IEnumerable<FileRow> Rows(string name, int count, Func<int, FileRow?> other) =>
        Enumerable.Range(0, count).Select(at => (at % 20) switch
        {
            3 => Fresh(name, at - 1) with { Says = $"{at}", End = RowEnd.Updates },
            4 => new FileRow(Address(name, at - 2).ToUpperInvariant(), $"{at - 1}", RowEnd.ChangesNothing),
            13 when at % 40 == 13 => new FileRow($"{name}@{at}@{Domain}", "", RowEnd.Fails),
            _ => other(at) ?? Fresh(name, at),
        });

    private static FileRow Fresh(string name, int at) => new(Address(name, at), $"{at}", RowEnd.Creates);

    private static string Address(string name, int at) => $"{name}-{at}@{Domain}";
}
