using Actors.Crash.Checking;
using Actors.Crash.Load;
using Actors.Crash.Processes;

namespace Actors.Crash.Proofs;

/// <summary>Waits for the end of all that was accepted.</summary>
internal static class Drain
{
    private const int WaitSeconds = 5;

    /// <returns>The whole log, once as many messages have ended as began, or after the longest wait.</returns>
    public static async Task<IReadOnlyList<LoggedEvent>> Whole(ServerApi api)
    {
        using var limit = new CancellationTokenSource(Waiting.Max, TimeProvider.System);
        var events = new List<LoggedEvent>();
        var open = 0;
        while (true)
        {
            try
            {
                var after = events.Count == 0 ? 0 : events[^1].Sequence;
                var page = await api.Events(after, open > 0 ? WaitSeconds : 0, limit.Token);
                events.AddRange(page);
                open += page.Count(logged => logged.Type == "message.accepted") - page.Count(Log.IsEnd);
                if (page.Count == 0 && open == 0)
                    return events;
            }
            catch (OperationCanceledException)
            {
                return events; // the check names what has not ended
            }
        }
    }
}
