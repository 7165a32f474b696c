namespace Actors.Storage.Writing;

/// <summary>What waits for the writer, in the order it came.</summary>
internal sealed class WriteQueue
{
    private readonly Queue<Write> waiting = new();
    private bool closed;

    /// <returns>False when it is closed.</returns>
    public bool TryAdd(Write write)
    {
        lock (waiting)
        {
            if (closed)
                return false;
            waiting.Enqueue(write);
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
