using Actors.Crash.Checking;

namespace Actors.Crash.Load;

/// <summary>Reads the log on from life to life, as an integrator does, and keeps all of it.</summary>
public sealed class Follower
{
    private const int WaitSeconds = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly List<LoggedEvent> events = [];
    private readonly Dictionary<string, string> delivered = [];

    /// <summary>Recipients whose delivery was read, with the life it was read from first.</summary>
    public IReadOnlyDictionary<string, string> Delivered => delivered;

    /// <summary>Sequence numbers that came out of order: an event that could be read is gone or has another
    /// number.</summary>
    public int Displaced { get; private set; }

    /// <summary>Reads until the life is over.</summary>
    public async Task Follow(ServerApi server, string life, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                Take(await server.Events(events.Count, WaitSeconds, over), life);
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
            {
                await Task.Delay(Patience, TimeProvider.System, over)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Take(IReadOnlyList<LoggedEvent> page, string life)
    {
        foreach (var logged in page)
        {
            if (logged.Sequence != events.Count + 1)
                Displaced++;
            events.Add(logged);
            if (logged.Type == "message.delivered")
                delivered.TryAdd(logged.Recipient, life);
        }
    }
}
