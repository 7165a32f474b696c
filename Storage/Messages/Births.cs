using System.Diagnostics.CodeAnalysis;
using Actors.Grains.Ids;
using Actors.Grains.Messages;

namespace Actors.Storage.Messages;

/// <summary>Messages that were just committed, until their grain asks for them: then birth reads nothing from
/// disk.</summary>
/// <remarks>Only a short cut: what is dropped is read from its row. Safe for concurrent use.</remarks>
internal sealed class Births(int capacity)
{
    private readonly Dictionary<MessageKey, Birth> waiting = [];
    private readonly Queue<MessageKey> order = new();

    public void Add(MessageKey key, MessageState state, RowEtag etag)
    {
        lock (order)
        {
            if (capacity == 0)
                return;
            waiting[key] = new Birth(state, etag);
            order.Enqueue(key);
            while (order.Count > capacity || (order.TryPeek(out var oldest) && !waiting.ContainsKey(oldest)))
                waiting.Remove(order.Dequeue());
        }
    }

    /// <summary>Hands it out once: whoever changes it later reads the row.</summary>
    public bool TryTake(MessageKey key, [NotNullWhen(true)] out Birth? birth)
    {
        lock (order)
            return waiting.Remove(key, out birth);
    }
}

internal sealed record Birth(MessageState State, RowEtag Etag);
