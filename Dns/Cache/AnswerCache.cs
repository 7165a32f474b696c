using System.Diagnostics.CodeAnalysis;
using Actors.Dns.Answers;

namespace Actors.Dns.Cache;

/// <summary>
/// Answers by question until their time is up; when full, the least recently used leaves. Safe for many threads.
/// </summary>
internal sealed class AnswerCache(ResolverOptions options, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Question, LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> byUse = new();

    public int Count
    {
        get
        {
            lock (gate)
                return entries.Count;
        }
    }

    public bool TryGet(Question question, [NotNullWhen(true)] out DnsAnswer? answer)
    {
        lock (gate)
        {
            answer = null;
            if (!entries.TryGetValue(question, out var node))
                return false;
            byUse.Remove(node);
            if (time.GetElapsedTime(node.Value.Since) >= node.Value.Ttl)
            {
                entries.Remove(question);
                return false;
            }
            byUse.AddFirst(node);
            answer = node.Value.Answer;
            return true;
        }
    }

    public void Keep(Question question, KeptAnswer kept)
    {
        var ttl = Bound(kept);
        if (ttl <= TimeSpan.Zero || options.CacheEntriesMax == 0)
            return;
        lock (gate)
        {
            if (entries.Remove(question, out var old))
                byUse.Remove(old);
            else if (entries.Count >= options.CacheEntriesMax)
                DropLeastRecentlyUsed();
            entries.Add(question, byUse.AddFirst(new Entry(question, kept.Answer, time.GetTimestamp(), ttl)));
        }
    }

    private TimeSpan Bound(KeptAnswer kept) => kept.Answer switch
    {
        DnsAnswer.Found => Clamp(kept.Ttl, options.TtlMin, options.TtlMax),
        DnsAnswer.NoData or DnsAnswer.NxDomain => Clamp(kept.Ttl, options.TtlMin, options.NegativeTtlMax),
        _ => options.FailureTtl,
    };

    private static TimeSpan Clamp(TimeSpan ttl, TimeSpan min, TimeSpan max) => ttl > max ? max : ttl < min ? min : ttl;

    private void DropLeastRecentlyUsed()
    {
        var last = byUse.Last!;
        byUse.RemoveLast();
        entries.Remove(last.Value.Question);
    }

    private readonly record struct Entry(Question Question, DnsAnswer Answer, long Since, TimeSpan Ttl);
}
