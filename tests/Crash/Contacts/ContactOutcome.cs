using Actors.Crash.Imports;

namespace Actors.Crash.Contacts;

/// <summary>What a proof saw.</summary>
/// <param name="Done">What was answered, by kind.</param>
/// <param name="Open">What was begun and never answered.</param>
/// <param name="Imports">Files that were read to their end.</param>
/// <param name="Rows">Of these files.</param>
/// <param name="UploadsResumed">How often an upload went on after a kill.</param>
/// <param name="ReadingsResumed">How often the reading of a file went on after a kill.</param>
/// <param name="Broken">Broken promises, a sentence each.</param>
public sealed record ContactOutcome(
    int Seed, IReadOnlyDictionary<Deed, int> Done, int Open, int Imports, long Rows, int UploadsResumed,
    int ReadingsResumed, int Kills, IReadOnlyList<string> Broken)
{
    private const int BrokenShownMax = 20;

    public override string ToString() => string.Join('\n', [
        $"seed {Seed}: {string.Join(", ", Done.OrderBy(one => one.Key).Select(one => $"{one.Value} {one.Key}"))}, "
            + $"{Open} unanswered, {Imports} imports of {Rows} rows ({UploadsResumed} uploads and {ReadingsResumed} "
            + $"readings went on after a kill), {Kills} kills, {Broken.Count} broken promises",
        .. Broken.Take(BrokenShownMax)]);

    internal static ContactOutcome Of(
        int seed, Crowd crowd, ImportCrew imports, int kills, IReadOnlyList<string> broken) => new(
        seed, crowd.Done.Keys.CountBy(one => one.What).ToDictionary(), crowd.Tried.Count - crowd.Done.Count,
        imports.Done.Count, imports.Done.Sum(one => one.End.Rows), imports.UploadsResumed, imports.ReadingsResumed,
        kills, broken);
}
