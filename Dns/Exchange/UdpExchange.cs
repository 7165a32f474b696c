using System.Net;
using System.Net.Sockets;
using Actors.Dns.Messages;

namespace Actors.Dns.Exchange;

/// <summary>
/// One query and its answer over UDP (RFC 1035 §4.2.1). Each uses a socket of its own, so that the operating system
/// draws a random source port, connected, so that only the asked server's packets arrive and a closed port is noticed
/// at once.
/// </summary>
internal static class UdpExchange
{
    /// <summary>Packets that do not belong to the query which are passed over before TCP is the safer way.</summary>
    public const int StrangersMax = 16;

    /// <summary>Larger than any answer asked for; a longer packet is cut and then fails to parse.</summary>
    private const int ReceiveOctets = 4096;

    /// <returns>
    /// Null when the answer cannot be trusted and TCP is to be asked, which cannot be guessed into: many packets that
    /// do not belong to the query, or one with its id that does not keep the letter case of the question (some servers
    /// do not), repeats no question, or is malformed.
    /// </returns>
    public static async Task<ServerResult?> Ask(IPEndPoint server, DnsQuery query, CancellationToken timeout)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            await socket.ConnectAsync(server, timeout);
            await socket.SendAsync(query.Octets, timeout);
            var buffer = new byte[ReceiveOctets];
            for (var strangers = 0; strangers < StrangersMax; strangers++)
            {
                var length = await socket.ReceiveAsync(buffer, timeout);
                if (!DnsMessage.HasId(buffer.AsSpan(0, length), query.Id))
                    continue;
                return DnsMessage.TryParse(buffer.AsSpan(0, length), out var message)
                    && message.Question.Span.SequenceEqual(query.Question)
                        ? new ServerResult.Answered(message)
                        : null;
            }
            return null;
        }
        catch (SocketException e)
        {
            return new ServerResult.Unusable($"UDP to {server}: {e.SocketErrorCode}");
        }
    }
}
