using System.Collections.Immutable;
using Actors.Grains.Imports.Reading;
using Actors.Grains.Submissions;

namespace Actors.Grains.Imports;

/// <summary>The life of an import: pure.</summary>
public static class ImportRules
{
    public static ImportState Begun(ImportDraft draft, DateTimeOffset now) =>
        new() { Draft = draft, CreatedAt = now };

    /// <returns>The state with the part to be stored, or why it cannot be.</returns>
    public static (ImportState State, Refusal? Refusal) Appended(ImportState import, ImportPart part)
    {
        if (import.Status != ImportStatus.Uploading)
            return (import, Conflict("All octets are there already, or the import has ended."));
        if (part.Offset != import.Received)
            return (import, Conflict($"The upload goes on at octet {import.Received}, not at {part.Offset}."));
        if (import.Received + part.Octets.Length > ImportLimits.OctetsMax)
            return (import, Refusal.Of(
                RefusalCode.TooLarge, $"A file has at most {ImportLimits.OctetsMax} octets; import it in parts."));
        return (import with
        {
            Received = import.Received + part.Octets.Length,
            Status = part.IsLast ? ImportStatus.Waiting : ImportStatus.Uploading,
            Work = part.Octets.Length > 0 ? ImportWork.Of(part) : null,
        }, null);
    }

    public static ImportState Started(ImportState import, DateTimeOffset now) =>
        import with { Status = ImportStatus.Reading, StartedAt = import.StartedAt ?? now };

    /// <summary>The beginning of the file was read.</summary>
    public static ImportState Headed(ImportState import, ImportHead head, DateTimeOffset now) => head switch
    {
        ImportHead.Known { Layout: var layout } => import with { Layout = layout, Position = layout.Start },
        ImportHead.Refused refused => Failed(import, new ImportProblem(refused.Code, refused.Detail), now),
        _ => throw new InvalidOperationException("The beginning of a file is read with enough of it."),
    };

    /// <summary>Some rows were read and decided, perhaps the last ones.</summary>
    /// <param name="chunk">What they make of contacts.</param>
    /// <param name="position">Behind them.</param>
    public static ImportState Read(
        ImportState import, ImportChunk chunk, ImportPosition position, DateTimeOffset now)
    {
        if (import.Counts.Rows + chunk.Counts.Rows > ImportLimits.RowsMax)
            return Failed(import, TooManyRows, now);
        var kept = chunk.Errors.Take(ImportLimits.ErrorsMax - import.ErrorsKept).ToImmutableArray();
        var next = import with
        {
            Position = position,
            Cleared = position.Octet,
            Counts = import.Counts + chunk.Counts,
            ErrorsKept = import.ErrorsKept + kept.Length,
            Work = new ImportWork(null, chunk.Contacts, kept),
        };
        return position.Octet == import.Received ? Ended(next, ImportStatus.Done, now) : next;
    }

    /// <summary>The end, where it stands.</summary>
    public static ImportState Ended(ImportState import, ImportStatus status, DateTimeOffset now) =>
        import.Status.HasEnded() ? import : import with { Status = status, EndedAt = now, Layout = null };

    public static ImportState Failed(ImportState import, ImportProblem problem, DateTimeOffset now) =>
        Ended(import, ImportStatus.Failed, now) with { Problem = problem };

    /// <summary>With some more of what was uploaded removed, and nothing of it left in the end.</summary>
    public static ImportState Cleared(ImportState import) =>
        import with { Cleared = Math.Min(import.Cleared + ImportLimits.ClearedAtOnce, import.Received) };

    public static ImportView View(ImportKey key, ImportState import) => new(
        key.Id, import.Draft!, import.Status, import.Received, import.Position.Octet, import.Counts, import.ErrorsKept,
        import.Problem, import.CreatedAt, import.StartedAt, import.EndedAt, import.GoesAt);

    private static ImportProblem TooManyRows { get; } = new(
        "too_many_rows",
        $"A file has at most {ImportLimits.RowsMax} rows; what was read before stays imported.");

    private static Refusal Conflict(string detail) => Refusal.Of(RefusalCode.Conflict, detail);
}
