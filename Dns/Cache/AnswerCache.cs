using System.Diagnostics.CodeAnalysis;
using Actors.Dns.Answers;

namespace Actors.Dns.Cache;

/// <summary>
/// Answers by question until their time is up; when there are too many, or they are too large together, the least
/// recently used leave. Safe for many threads.
/// </summary>
internal sealed class AnswerCache(ResolverOptions options, TimeProvider time)
{
    /// <summary>What an entry costs beside its records, about.</summary>
    private const int EntryOctets = 512;

    private readonly Lock gate = new();
    private readonly Dictionary<Question, LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> byUse = new();
    private long octets;

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
            if (time.GetElapsedTime(node.Value.Since) >= node.Value.Ttl)
            {
                Drop(node);
                return false;
            }
            byUse.Remove(node);
            byUse.AddFirst(node);
            answer = node.Value.Answer;
            return true;
        }
    }

    public void Keep(Question question, KeptAnswer kept)
    {
        var ttl = Bound(kept);
        var size = kept.Octets + EntryOctets;
        if (ttl <= TimeSpan.Zero || options.CacheEntriesMax == 0 || size > options.CacheOctetsMax)
            return;
        lock (gate)
        {
            if (entries.TryGetValue(question, out var old))
                Drop(old);
            while (entries.Count >= options.CacheEntriesMax || octets + size > options.CacheOctetsMax)
                Drop(byUse.Last!);
            entries.Add(question, byUse.AddFirst(new Entry(question, kept.Answer, time.GetTimestamp(), ttl, size)));
            octets += size;
        }
    }

    private TimeSpan Bound(KeptAnswer kept) => kept.Answer switch
    {
        DnsAnswer.Found => Clamp(kept.Ttl, options.TtlMin, options.TtlMax),
        DnsAnswer.NoData or DnsAnswer.NxDomain => Clamp(kept.Ttl, options.TtlMin, options.NegativeTtlMax),
        _ => options.FailureTtl,
    };

    private static TimeSpan Clamp(TimeSpan ttl, TimeSpan min, TimeSpan max) => ttl > max ? max : ttl < min ? min : ttl;

    private void Drop(LinkedListNode<Entry> node)
    {
        byUse.Remove(node);
        entries.Remove(node.Value.Question);
        octets -= node.Value.Octets;
    }

    private readonly record struct Entry(Question Question, DnsAnswer Answer, long Since, TimeSpan Ttl, int Octets);
}
