using Actors.Crash.Processes;
using Actors.Crash.Settings;

namespace Actors.Crash.Imports;

/// <summary>Fills the allowance of active contacts to its last unit, after a start: what is left then is what no life
/// before has used.</summary>
internal static class ImportRoom
{
    /// <summary>Contacts that the plan includes beyond those that there are.</summary>
    public const int Left = 10;

    private const int Beyond = 15;

    private static readonly ImportFile File = ImportFiles.Plain("last", Left + Beyond);

    /// <returns>How many contacts are active, as the server says.</returns>
    public static async Task<long> Used(SettingsApi desk) =>
        (long)(await desk.Get("allowance"))!["active_contacts"]!["used"]!;

    /// <summary>Imports more than there is room for.</summary>
    /// <returns>The import, for as many rows as are made contacts.</returns>
    /// <exception cref="TimeoutException">It is not read.</exception>
    public static async Task<(ImportFile File, ImportView End)> Fill(ImportDoor door)
    {
        ImportView? now = null;
        if (!await Waiting.Until(
            async () => (now = await door.Begin(File, File.Content.Length)) is { Status: ImportView.Done }))
            throw new TimeoutException($"the last import is not read: {now}");
        return (File with { Rows = [.. File.Rows.Take(Left)] }, now!);
    }

    /// <returns>Broken promises.</returns>
    public static IEnumerable<string> Check(ImportView end) => end is { Created: Left, Exhausted: Beyond }
        ? []
        : [$"there was room for {Left} contacts, and the last import is {end}"];
}
