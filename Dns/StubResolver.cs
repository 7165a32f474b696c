using System.Collections.Concurrent;
using Actors.Dns.Answers;
using Actors.Dns.Cache;
using Actors.Dns.Exchange;
using Actors.Dns.Messages;

namespace Actors.Dns;

/// <summary>
/// A stub resolver with a cache: it asks recursive servers (RFC 1035 §7) and believes them as far as id, port, letter
/// case and question prove that the answer is theirs. Equal questions at the same time become one. Safe for many
/// threads.
/// </summary>
public sealed class StubResolver : IResolver, IDisposable
{
    private static readonly DnsAnswer NoPlace = new DnsAnswer.ServerFailure("too many look-ups wait");

    private readonly ResolverOptions options;
    private readonly TimeProvider time;
    private readonly NameServers servers;
    private readonly AnswerCache cache;
    private readonly WirePlaces places;
    private readonly ConcurrentDictionary<ClientQuestion, Lazy<Task<DnsAnswer>>> underWay = new();
    private readonly CancellationTokenSource disposal = new();

    /// <param name="random">Ids and letter case come from it: <see cref="SecureRandom"/> outside tests.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public StubResolver(ResolverOptions options, TimeProvider time, Random random)
    {
        options.Validate();
        this.options = options;
        this.time = time;
        servers = new(options, time, random);
        places = new(options.ConcurrencyMax, options.WaitingMax);
        cache = new(options, time);
    }

    /// <summary>Answers kept at present.</summary>
    public int CacheCount => cache.Count;

    public ValueTask<DnsAnswer> Resolve(DnsName name, RecordType type, CancellationToken cancellation) =>
        Resolve(name, type, client: "", cancellation);

    public ValueTask<DnsAnswer> Resolve(
        DnsName name, RecordType type, string client, CancellationToken cancellation)
    {
        var question = new Question(name, type);
        if (cache.TryGet(question, out var answer))
            return ValueTask.FromResult(answer);

        // A caller that gives up does not take the answer from the others: the shared look-up has its own time-outs.
        var shared = underWay.GetOrAdd(new(question, client), q => new(() => LookUpInTurn(q)));
        return new(shared.Value.WaitAsync(cancellation));
    }

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    private async Task<DnsAnswer> LookUpInTurn(ClientQuestion asked)
    {
        await Task.Yield(); // never finish before the dictionary holds the task, or nobody would remove it
        try
        {
            if (!await TakePlace(asked.Client))
                return NoPlace; // not kept: it says nothing about the name
            try
            {
                return await LookUpAndKeep(asked.Question);
            }
            finally
            {
                places.Release(asked.Client);
            }
        }
        finally
        {
            underWay.TryRemove(asked, out _);
        }
    }

    private async ValueTask<bool> TakePlace(string client)
    {
        if (places.TryTake(client))
            return true;
        using var timer = new CancellationTokenSource(options.TotalTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, disposal.Token);
        return await places.Wait(client, either.Token);
    }

    private async Task<DnsAnswer> LookUpAndKeep(Question question)
    {
        if (cache.TryGet(question, out var answer)) // by another client's look-up, during the wait
            return answer;
        var kept = await LookUp(question);
        cache.Keep(question, kept);
        return kept.Answer;
    }

    private async Task<KeptAnswer> LookUp(Question question)
    {
        using var timer = new CancellationTokenSource(options.TotalTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, disposal.Token);
        try
        {
            return await FollowChain(question, either.Token);
        }
        catch (OperationCanceledException) when (!disposal.IsCancellationRequested)
        {
            return new(new DnsAnswer.Timeout(), TimeSpan.Zero);
        }
    }

    private async Task<KeptAnswer> FollowChain(Question question, CancellationToken cancellation)
    {
        var (name, ttl, hops, octets) = (question.Name, TimeSpan.MaxValue, 0, 0);
        while (true)
        {
            var result = await servers.Ask(name, question.Type, cancellation);
            if (result is ServerResult.TimedOut)
                return new(new DnsAnswer.Timeout(), TimeSpan.Zero);
            if (result is not ServerResult.Answered { Message: var message })
                return new(new DnsAnswer.ServerFailure(((ServerResult.Unusable)result).Reason), TimeSpan.Zero);

            var reading = AnswerReader.Read(message, name, question.Type, hops);
            ttl = reading.Ttl < ttl ? reading.Ttl : ttl;
            octets += message.Octets;
            if (reading.Answer is not null)
                return new(reading.Answer, ttl, octets);
            (name, hops) = (reading.Next!, reading.Hops);
        }
    }
}
