using System.Diagnostics;

namespace Actors.Storage.Writing;

/// <summary>What waits for the writer, in the order it came.</summary>
internal sealed class WriteQueue
{
    private readonly Queue<Write> waiting = new();
    private int length; // of the queue, to be looked at without its lock
    private bool closed;

    /// <returns>False when it is closed.</returns>
    public bool TryAdd(Write write)
    {
        lock (waiting)
        {
            if (closed)
                return false;
            waiting.Enqueue(write);
            length = waiting.Count;
            if (waiting.Count == 1)
                Monitor.Pulse(waiting);
            return true;
        }
    }

    /// <summary>Waits for work.</summary>
    public QueueNews Wait(int milliseconds)
    {
        lock (waiting)
        {
            if (waiting.Count == 0 && !closed)
                Monitor.Wait(waiting, milliseconds);
            return waiting.Count > 0 ? QueueNews.Work : closed ? QueueNews.Closed : QueueNews.Idle;
        }
    }

    /// <summary>Lets other threads run until that many wait, or the time is over.</summary>
    public void Gather(int count, TimeSpan max)
    {
        var since = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref length) < count && Stopwatch.GetElapsedTime(since) < max)
            Thread.Yield();
    }

    /// <summary>Takes what fits into one transaction, at least one write where there is one.</summary>
    public void Take(List<Write> batch, int writesMax, long bytesMax)
    {
        lock (waiting)
        {
            var bytes = 0L;
            while (batch.Count < writesMax && waiting.TryPeek(out var next))
            {
                bytes += next.Bytes;
                if (batch.Count > 0 && bytes > bytesMax)
                    return;
                batch.Add(waiting.Dequeue());
                length = waiting.Count;
            }
        }
    }

    /// <summary>Takes no more; what waits is still taken out.</summary>
    public void Close()
    {
        lock (waiting)
        {
            closed = true;
            Monitor.PulseAll(waiting);
        }
    }
}

internal enum QueueNews
{
    Work = 0,
    Idle = 1,
    Closed = 2,
}
