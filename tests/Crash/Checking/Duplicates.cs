using Actors.Crash.Processes;
using Actors.Crash.Sinks;

namespace Actors.Crash.Checking;

/// <summary>A second copy is possible only where a kill came between the first one's final dot and its
/// outcome.</summary>
/// <remarks>So: never two from one life, never after a stop, never after the outcome could be read, never with other
/// bytes, and after one kill at most as many as there were dialogues.</remarks>
internal static class Duplicates
{
    public static IEnumerable<string> Check(Evidence evidence)
    {
        var lives = evidence.Lives.Select((life, at) => (life, at))
            .ToDictionary(pair => pair.life.Name, pair => pair.at);
        var left = new int[evidence.Lives.Count];
        var seen = SeenBy(evidence, lives);
        foreach (var copies in evidence.Copies.GroupBy(copy => copy.Recipient))
        {
            var order = copies.Select(copy => lives[copy.Life]).Order().ToArray();
            for (var i = 1; i < order.Length; i++)
            {
                left[order[i - 1]]++;
                if (order[i] == order[i - 1])
                    yield return $"{copies.Key}: received twice from {evidence.Lives[order[i]].Name}";
                else if (!evidence.Lives[order[i - 1]].Killed)
                    yield return $"{copies.Key}: received again after {evidence.Lives[order[i - 1]].Name} had stopped";
            }
            if (seen.TryGetValue(copies.Key, out var known) && order[^1] > known)
                yield return $"{copies.Key}: sent again by {evidence.Lives[order[^1]].Name}, delivered by then";
            if (copies.Select(copy => copy.Hash).Distinct().Count() > 1)
                yield return $"{copies.Key}: received again with other bytes";
        }
        for (var life = 0; life < left.Length; life++)
            if (left[life] > SiloLaunch.ConnectionsPerSite)
                yield return $"{evidence.Lives[life].Name} left {left[life]} duplicates, more than it had connections";
    }

    /// <summary>Copies beyond the first of each recipient.</summary>
    public static int Count(IReadOnlyCollection<Copy> copies) =>
        copies.Count - copies.DistinctBy(copy => copy.Recipient).Count();

    private static Dictionary<string, int> SeenBy(Evidence evidence, Dictionary<string, int> lives)
    {
        var emails = evidence.Stored.ToDictionary(recipient => recipient.Id, recipient => recipient.Email);
        return evidence.SeenDelivered.Where(seen => emails.ContainsKey(seen.Key))
            .ToDictionary(seen => emails[seen.Key], seen => lives[seen.Value]);
    }
}
