using System.Collections.Concurrent;
using Actors.Crash.Processes;

namespace Actors.Crash.Imports;

/// <summary>Who uploads contacts, and who uploads entries for the blacklist, side by side.</summary>
/// <param name="readers">Who gets letters meanwhile: their contacts are imported as they bounce, complain and
/// leave.</param>
internal sealed class ImportCrew(int seed, string key, Func<IReadOnlyList<string>> readers)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> awaited = new();
    private Importer[]? importers;

    /// <summary>Whether there may be new files.</summary>
    public bool Begins { get; set; } = true;

    public IReadOnlyList<(ImportFile File, ImportView End)> Done => [.. Importers.SelectMany(one => one.Done)];

    public IEnumerable<string> Broken => Importers.SelectMany(one => one.Broken);

    /// <summary>What is not read to its end, a sentence each.</summary>
    public IEnumerable<string> Open => Importers.Select(one => one.Open).OfType<string>();

    public int UploadsResumed => Importers.Sum(one => one.UploadsResumed);

    public int ReadingsResumed => Importers.Sum(one => one.ReadingsResumed);

    private Importer[] Importers => importers ??=
    [
        new((number, random) => ImportFiles.Contacts(number, random, readers()), new Random(seed), Seen),
        new(ImportFiles.Blacklist, new Random(seed + 1), Seen),
    ];

    /// <summary>Completes when an import is in the midst of that, or there will be none.</summary>
    /// <param name="status"><see cref="ImportView.Uploading"/> or <see cref="ImportView.Reading"/>.</param>
    public Task Next(string status) => Importers.All(one => one.IsOver) ? Task.CompletedTask
        : awaited.GetOrAdd(status, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Until the life is over.</summary>
    public async Task Live(Announcement server, CancellationToken life)
    {
        using var door = new ImportDoor(server.Http, key);
        await Task.WhenAll(Importers.Select(one => Task.Run(() => one.Live(door, () => Begins, life), life)));
    }

    private void Seen(ImportView now)
    {
        if (now.Is(now.Status) && awaited.TryRemove(now.Status, out var one))
            one.SetResult();
    }
}
