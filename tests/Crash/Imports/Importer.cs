using System.Collections.Concurrent;

namespace Actors.Crash.Imports;

/// <summary>Has one file read after the other, over the lives of the server: what was uploaded before a kill is not
/// uploaded again.</summary>
/// <param name="make">The file of a number.</param>
/// <param name="seen">Is shown each answer.</param>
internal sealed class Importer(Func<int, Random, ImportFile> make, Random random, Action<ImportView> seen)
{
    /// <summary>Above which it begins none: a tenant can have 1,000.</summary>
    private const int FilesMax = 400;

    private const int PieceMin = 4 * 1024;
    private const int PieceMax = 24 * 1024;

    /// <summary>Between two pieces, so that kills meet uploads, and between two questions.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentDictionary<string, (ImportFile File, ImportView End)> done = new();
    private readonly ConcurrentQueue<string> broken = new();
    private ImportFile? open;
    private ImportView? known;
    private int count;

    public IReadOnlyCollection<(ImportFile File, ImportView End)> Done => [.. done.Values];

    public IReadOnlyCollection<string> Broken => broken;

    /// <summary>It has begun as many as it may.</summary>
    public bool IsOver => open is null && count == FilesMax;

    /// <summary>What is not read to its end; null for nothing.</summary>
    public string? Open => open is { } file ? $"{file.Name} is not read: {known}" : null;

    /// <summary>How often an upload went on that had begun before an answer was lost.</summary>
    public int UploadsResumed { get; private set; }

    /// <summary>How often the server went on with the rows behind those that it had read by then.</summary>
    public int ReadingsResumed { get; private set; }

    /// <param name="begins">Whether there may be a new file.</param>
    public async Task Live(ImportDoor door, Func<bool> begins, CancellationToken life)
    {
        for (var isSure = false; !life.IsCancellationRequested;)
        {
            if (open is null && begins() && count < FilesMax)
                open = make(count++, random);
            if (open is { } file)
            {
                var now = await Step(door, file, isSure);
                if (now is not null && !isSure && known is not null)
                    Resumed(now);
                if (now is not null)
                    Note(file, now);
                isSure = now is not null;
            }
            await Task.Delay(Pause, TimeProvider.System, life).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <param name="isSure">Whether the server is where its last answer says.</param>
    private async Task<ImportView?> Step(ImportDoor door, ImportFile file, bool isSure)
    {
        try
        {
            return known is not { } before ? await door.Begin(file, Piece(file))
                : isSure && before.Status == ImportView.Uploading
                    ? await door.GoOn(before.Id, file, before.Received, Piece(file))
                : await door.Look(before.Id);
        }
        catch (InvalidOperationException refusal)
        {
            broken.Enqueue($"{file.Name}: {refusal.Message}");
            return null;
        }
    }

    /// <summary>Of some files all at once.</summary>
    private int Piece(ImportFile file) =>
        file.Name.EndsWith('1') ? file.Content.Length : random.Next(PieceMin, PieceMax);

    private void Resumed(ImportView now)
    {
        UploadsResumed += now.Is(ImportView.Uploading) ? 1 : 0;
        ReadingsResumed += now.Is(ImportView.Reading) ? 1 : 0;
    }

    private void Note(ImportFile file, ImportView now)
    {
        if (known is { } before
            && (now.Id != before.Id || now.Received < before.Received || now.Rows < before.Rows))
            broken.Enqueue($"{file.Name}: was {before}, and is {now}");
        known = now;
        seen(now);
        if (now.Status is ImportView.Uploading or "waiting" or ImportView.Reading)
            return;
        done[file.Name] = (file, now);
        (open, known) = (null, null);
    }
}
