namespace Actors.Engine.Runtime;

/// <summary>A queue of many writers and one reader without locks: writers push, the reader takes all and turns it
/// round.</summary>
internal struct Mailbox
{
    private WorkItem? newest;

    public readonly bool IsEmpty => Volatile.Read(in newest) is null;

    public void Push(WorkItem item)
    {
        var seen = Volatile.Read(ref newest);
        while (true)
        {
            item.Next = seen;
            var was = Interlocked.CompareExchange(ref newest, item, seen);
            if (ReferenceEquals(was, seen))
                return;
            seen = was;
        }
    }

    /// <returns>All items in the order they were pushed, linked by <see cref="WorkItem.Next"/>; null when
    /// empty.</returns>
    public WorkItem? TakeAll()
    {
        if (IsEmpty)
            return null;
        var item = Interlocked.Exchange(ref newest, null);
        WorkItem? oldest = null;
        while (item is not null)
        {
            var next = item.Next;
            item.Next = oldest;
            oldest = item;
            item = next;
        }

        return oldest;
    }
}
