namespace Actors.Engine.Runtime;

/// <summary>Requests that arrived and may not begin yet, in the order they came.</summary>
internal struct WaitingRequests
{
    private Request? first;
    private Request? last;
    private int readers;

    public readonly bool IsEmpty => first is null;

    public void Add(Request request)
    {
        request.Next = null;
        if (last is null)
            first = request;
        else
            last.Next = request;
        last = request;
        if (request.Interleaving == Interleaving.Readers)
            readers++;
    }

    /// <returns>The first, or, where readers may join, the first reader; null when nothing may begin.</returns>
    public Request? Take(in Gate gate)
    {
        if (first is null)
            return null;
        if (gate.Admits(first.Interleaving))
            return Unlink(null, first);
        if (readers == 0 || !gate.Admits(Interleaving.Readers))
            return null;
        var before = first;
        while (before.Next is Request { Interleaving: not Interleaving.Readers } next)
            before = next;
        return before.Next is Request reader ? Unlink(before, reader) : null;
    }

    /// <returns>The first, whatever is under way; null when there is none.</returns>
    public Request? TakeAny() => first is null ? null : Unlink(null, first);

    private Request Unlink(Request? before, Request request)
    {
        var next = (Request?)request.Next;
        if (before is null)
            first = next;
        else
            before.Next = next;
        if (next is null)
            last = before;
        if (request.Interleaving == Interleaving.Readers)
            readers--;
        request.Next = null;
        return request;
    }
}
