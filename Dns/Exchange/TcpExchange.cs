using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Actors.Dns.Messages;

namespace Actors.Dns.Exchange;

/// <summary>
/// One query and its answer over TCP with the two-octet length before each (RFC 1035 §4.2.2, RFC 7766).
/// </summary>
internal static class TcpExchange
{
    public static async Task<ServerResult> Ask(IPEndPoint server, DnsQuery query, CancellationToken timeout)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(server, timeout);
            var framed = new byte[query.Octets.Length + 2];
            BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)query.Octets.Length);
            query.Octets.CopyTo(framed.AsMemory(2));
            if (await socket.SendAsync(framed, timeout) != framed.Length)
                return new ServerResult.Unusable($"TCP to {server}: the question could not be sent whole");

            var prefix = new byte[2];
            if (!await TryFill(socket, prefix, timeout))
                return new ServerResult.Unusable($"TCP to {server}: closed without an answer");
            var octets = new byte[BinaryPrimitives.ReadUInt16BigEndian(prefix)];
            if (!await TryFill(socket, octets, timeout))
                return new ServerResult.Unusable($"TCP to {server}: closed within the answer");
            return Belongs(octets, query, out var message)
                ? new ServerResult.Answered(message)
                : new ServerResult.Unusable($"TCP to {server}: the answer is malformed or to another question");
        }
        catch (SocketException e)
        {
            return new ServerResult.Unusable($"TCP to {server}: {e.SocketErrorCode}");
        }
    }

    /// <summary>
    /// Letter case need not be kept here: nobody can answer in the server's place without holding the connection.
    /// </summary>
    private static bool Belongs(byte[] octets, DnsQuery query, out DnsMessage message)
    {
        if (!DnsMessage.TryParse(octets, out message!) || message.Id != query.Id || message.Truncated)
            return false;
        if (message.Question.IsEmpty)
            return true; // an error
        var reader = new MessageReader(message.Question.Span);
        return reader.TryReadName(out var name) && name.Equals(query.Name)
            && message.Question.Span[^4..].SequenceEqual(query.Question[^4..]);
    }

    private static async Task<bool> TryFill(Socket socket, Memory<byte> buffer, CancellationToken timeout)
    {
        while (!buffer.IsEmpty)
        {
            var read = await socket.ReceiveAsync(buffer, timeout);
            if (read == 0)
                return false;
            buffer = buffer[read..];
        }
        return true;
    }
}
