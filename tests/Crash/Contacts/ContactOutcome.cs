namespace Actors.Crash.Contacts;

/// <summary>What a proof saw.</summary>
/// <param name="Done">What was answered, by kind.</param>
/// <param name="Open">What was begun and never answered.</param>
/// <param name="Broken">Broken promises, a sentence each.</param>
public sealed record ContactOutcome(
    int Seed, IReadOnlyDictionary<Deed, int> Done, int Open, int Kills, IReadOnlyList<string> Broken)
{
    private const int BrokenShownMax = 20;

    public override string ToString() => string.Join('\n', [
        $"seed {Seed}: {string.Join(", ", Done.OrderBy(one => one.Key).Select(one => $"{one.Value} {one.Key}"))}, "
            + $"{Open} unanswered, {Kills} kills, {Broken.Count} broken promises",
        .. Broken.Take(BrokenShownMax)]);

    internal static ContactOutcome Of(int seed, Crowd crowd, int kills, IReadOnlyList<string> broken) => new(
        seed, crowd.Done.Keys.CountBy(one => one.What).ToDictionary(), crowd.Tried.Count - crowd.Done.Count, kills,
        broken);
}
