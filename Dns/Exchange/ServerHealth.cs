using System.Net;

namespace Actors.Dns.Exchange;

/// <summary>
/// In which order servers are asked: as configured, but those that lately did not answer come last, for a time that
/// doubles with every failure. Nobody is ever left out. Safe for many threads.
/// </summary>
internal sealed class ServerHealth(IReadOnlyList<IPEndPoint> servers, bool rotate, TimeProvider time)
{
    /// <summary>How long a server that did not answer comes last.</summary>
    public static readonly TimeSpan RestMin = TimeSpan.FromSeconds(10);

    /// <summary>How long it comes last at most, however often it failed.</summary>
    public static readonly TimeSpan RestMax = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Rest[] rests = new Rest[servers.Count];
    private uint turn;

    /// <summary>Indexes of the servers in the order to ask them.</summary>
    public int[] Order()
    {
        lock (gate)
        {
            var start = rotate ? turn++ : 0;
            var order = new int[servers.Count];
            var next = 0;
            foreach (var wanted in (ReadOnlySpan<bool>)[false, true])
            {
                for (var i = 0; i < servers.Count; i++)
                {
                    var index = (int)((start + (uint)i) % (uint)servers.Count);
                    if (Rests(index) == wanted)
                        order[next++] = index;
                }
            }
            return order;
        }
    }

    public void Answered(int index)
    {
        lock (gate)
            rests[index] = default;
    }

    public void Failed(int index)
    {
        lock (gate)
        {
            if (Rests(index))
                return; // several look-ups that failed together are one failure
            var length = rests[index].Length * 2;
            length = length < RestMin ? RestMin : length > RestMax ? RestMax : length;
            rests[index] = new Rest(time.GetTimestamp(), length);
        }
    }

    private bool Rests(int index) =>
        rests[index] is { Length: var length, Since: var since } && length > TimeSpan.Zero
        && time.GetElapsedTime(since) < length;

    private readonly record struct Rest(long Since, TimeSpan Length);
}
