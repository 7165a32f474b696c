namespace Actors.Crash.Checking;

/// <summary>The log has no gap, and tells of every stored recipient one beginning, one end, and no holding.</summary>
internal static class Log
{
    private static readonly string[] Ends =
        ["message.delivered", "message.bounced", "message.expired", "message.suppressed", "message.cancelled"];

    public static IEnumerable<string> Check(Evidence evidence)
    {
        for (var i = 0; i < evidence.Events.Count; i++)
        {
            if (evidence.Events[i].Sequence == i + 1)
                continue;
            yield return $"the log goes on with {evidence.Events[i].Sequence} after {i}";
            break;
        }
        foreach (var held in evidence.Events.Where(logged => logged.Type == "message.held"))
            yield return $"{held.Recipient}: held, and nobody asked for it";
        var begun = CountOf(evidence, logged => logged.Type == "message.accepted");
        var ended = CountOf(evidence, IsEnd);
        var stored = evidence.Stored.Select(recipient => recipient.Id).ToHashSet();
        foreach (var id in stored)
        {
            if (begun.GetValueOrDefault(id) != 1)
                yield return $"{id}: {begun.GetValueOrDefault(id)} events tell that it was accepted";
            if (ended.GetValueOrDefault(id) != 1)
                yield return $"{id}: {ended.GetValueOrDefault(id)} events tell its end";
        }
        foreach (var id in begun.Keys.Where(id => !stored.Contains(id)))
            yield return $"{id}: an event tells of it, and it is not stored";
    }

    /// <summary>Whether it ends a message.</summary>
    public static bool IsEnd(LoggedEvent logged) => Ends.Contains(logged.Type);

    private static Dictionary<string, int> CountOf(Evidence evidence, Func<LoggedEvent, bool> counts) => evidence.Events
        .Where(counts).CountBy(logged => logged.Recipient).ToDictionary();
}
