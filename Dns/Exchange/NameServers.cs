using System.Net;
using Actors.Dns.Messages;

namespace Actors.Dns.Exchange;

/// <summary>
/// Asks the configured servers in turn until one gives an answer worth having. A server that does not answer loses its
/// first place; one that refuses or fails is remembered as the reason when nobody does better.
/// </summary>
internal sealed class NameServers(ResolverOptions options, TimeProvider time, Random random) : IDisposable
{
    private readonly IReadOnlyList<IPEndPoint> servers =
        options.Servers.Count > 0 ? options.Servers : ResolvConf.ReadServers();

    private readonly SemaphoreSlim places = new(options.ConcurrencyMax);
    private int first;

    /// <exception cref="OperationCanceledException">The look-up as a whole took too long.</exception>
    public async Task<ServerResult> Ask(DnsName name, RecordType type, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            return await AskInTurn(name, type, cancellation);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private async Task<ServerResult> AskInTurn(DnsName name, RecordType type, CancellationToken cancellation)
    {
        var start = options.Rotate ? Interlocked.Increment(ref first) : Volatile.Read(ref first);
        ServerResult best = new ServerResult.TimedOut();
        for (var i = 0; i < servers.Count * options.Rounds; i++)
        {
            var index = (int)((uint)(start + i) % (uint)servers.Count);
            var result = await AskOne(servers[index], name, type, cancellation);
            if (result is ServerResult.Answered { Message.Code: ResponseCode.NoError or ResponseCode.NameError })
            {
                if (!options.Rotate)
                    Volatile.Write(ref first, index);
                return result;
            }
            best = result is ServerResult.TimedOut ? best : result;
        }
        return best;
    }

    private async Task<ServerResult> AskOne(
        IPEndPoint server, DnsName name, RecordType type, CancellationToken cancellation)
    {
        var result = await WithTimeout(token => OverUdp(server, Query(name, type, edns: true), token), cancellation);
        if (result is ServerResult.Answered { Message.Code: ResponseCode.FormatError or ResponseCode.NotImplemented })
            result = await WithTimeout(token => OverUdp(server, Query(name, type, edns: false), token), cancellation);
        return result is null or ServerResult.Answered { Message.Truncated: true }
            ? (await WithTimeout(token => OverTcp(server, Query(name, type, edns: true), token), cancellation))!
            : result;
    }

    private static Task<ServerResult?> OverUdp(IPEndPoint server, DnsQuery query, CancellationToken timeout) =>
        UdpExchange.Ask(server, query, timeout);

    private static async Task<ServerResult?> OverTcp(IPEndPoint server, DnsQuery query, CancellationToken timeout) =>
        await TcpExchange.Ask(server, query, timeout);

    private async Task<ServerResult?> WithTimeout(
        Func<CancellationToken, Task<ServerResult?>> exchange, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(options.TryTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            return await exchange(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ServerResult.TimedOut();
        }
    }

    private DnsQuery Query(DnsName name, RecordType type, bool edns)
    {
        lock (random) // a seeded Random is not safe for several threads
            return DnsQuery.Create(name, type, edns, random);
    }
}
