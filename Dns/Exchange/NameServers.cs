using System.Net;
using Actors.Dns.Messages;

namespace Actors.Dns.Exchange;

/// <summary>
/// Asks the configured servers in turn, see <see cref="ServerHealth"/>, until one gives an answer worth having. One
/// that refuses or fails is remembered as the reason when nobody does better.
/// </summary>
internal sealed class NameServers
{
    private readonly ResolverOptions options;
    private readonly TimeProvider time;
    private readonly Random random;
    private readonly IReadOnlyList<IPEndPoint> servers;
    private readonly ServerHealth health;

    public NameServers(ResolverOptions options, TimeProvider time, Random random)
    {
        (this.options, this.time, this.random) = (options, time, random);
        servers = options.Servers.Count > 0 ? options.Servers : ResolvConf.ReadServers();
        health = new ServerHealth(servers, options.Rotate, time);
    }

    /// <exception cref="OperationCanceledException">The look-up as a whole took too long.</exception>
    public async Task<ServerResult> Ask(DnsName name, RecordType type, CancellationToken cancellation)
    {
        ServerResult best = new ServerResult.TimedOut();
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var index in health.Order())
            {
                var result = await AskOne(servers[index], name, type, cancellation);
                if (result is ServerResult.Answered)
                    health.Answered(index);
                else
                    health.Failed(index);
                if (result is ServerResult.Answered { Message.Code: ResponseCode.NoError or ResponseCode.NameError })
                    return result;
                best = result is ServerResult.TimedOut ? best : result;
            }
        }
        return best;
    }

    private async Task<ServerResult> AskOne(
        IPEndPoint server, DnsName name, RecordType type, CancellationToken cancellation)
    {
        var edns = true;
        var result = await OverUdp(edns);
        if (IsLostOnEdns(result))
            result = await OverUdp(edns = false);
        if (result is not (null or ServerResult.Answered { Message.Truncated: true }))
            return result;
        var whole = await OverTcp(edns);
        return edns && IsLostOnEdns(whole) ? await OverTcp(edns: false) : whole;

        Task<ServerResult?> OverUdp(bool edns) =>
            WithTimeout(token => UdpExchange.Ask(server, Query(name, type, edns), token), cancellation);

        async Task<ServerResult> OverTcp(bool edns) => (await WithTimeout(
            async token => await TcpExchange.Ask(server, Query(name, type, edns), token), cancellation))!;
    }

    private static bool IsLostOnEdns(ServerResult? result) => result is ServerResult.Answered
    {
        Message.Code: ResponseCode.FormatError or ResponseCode.NotImplemented or ResponseCode.BadVersion,
    };

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
