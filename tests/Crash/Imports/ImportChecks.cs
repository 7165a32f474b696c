using Actors.Crash.Settings;

namespace Actors.Crash.Imports;

/// <summary>What a server says in the end of all that was imported: every row counts once.</summary>
internal static class ImportChecks
{
    /// <returns>Broken promises.</returns>
    public static async Task<IReadOnlyList<string>> Run(
        IReadOnlyList<(ImportFile File, ImportView End)> imports, SettingsApi desk, ImportDoor door)
    {
        var broken = new List<string>();
        foreach (var (file, end) in imports)
        {
            if (!IsCounted(file, end))
                broken.Add($"{file.Name}: of {file.Rows.Count} rows, {file.Count(RowEnd.Fails)} of them wrong: {end}");
            if (await door.Begin(file, file.Content.Length) is var again && again != end)
                broken.Add($"{file.Name}: ended as {end}, and who repeats the request is told {again}");
            var errors = (await desk.List($"contacts/imports/{end.Id}/errors")).Select(error => (long)error["row"]!);
            if (!errors.SequenceEqual(file.Wrong))
                broken.Add($"{file.Name}: errors are told of the rows {string.Join(' ', errors)}");
        }
        var listed = (await desk.List("contacts/imports")).Select(ImportView.Of).ToHashSet();
        if (!listed.SetEquals(imports.Select(one => one.End)))
            broken.Add($"{imports.Count} files were imported, and there are {listed.Count} imports");
        return broken;
    }

    /// <summary>Rows of readers made contacts where no letter did it before.</summary>
    private static bool IsCounted(ImportFile file, ImportView end)
    {
        var (made, either) = (file.Count(RowEnd.Creates), file.Count(RowEnd.CreatesOrUpdates));
        return end.Status == ImportView.Done && end.Rows == file.Rows.Count
            && end.Created >= made && end.Created <= made + either
            && end.Created + end.Updated == made + either + file.Count(RowEnd.Updates)
            && end.Unchanged == file.Count(RowEnd.ChangesNothing)
            && end.Failed == file.Count(RowEnd.Fails) && end.ErrorsKept == end.Failed && end.Exhausted == 0;
    }
}
