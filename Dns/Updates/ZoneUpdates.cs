using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Actors.Dns.Messages;

namespace Actors.Dns.Updates;

/// <summary>Changes a zone at its primary server (RFC 2136), signed (RFC 8945), over TCP.</summary>
/// <remarks>To send the same change again does no harm: record sets are replaced, not added to.</remarks>
public sealed class ZoneUpdates(IPEndPoint server, DnsName zone, TsigKey key, TimeProvider time, Random random)
{
    /// <summary>Record sets in one request at most: a few kilobytes for keys.</summary>
    public const int ChangesMax = 64;

    /// <summary>For one request and its answer.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ArgumentException">More than <see cref="ChangesMax"/> or than one message holds, or a name
    /// outside of the zone.</exception>
    public async Task<UpdateResult> Send(IReadOnlyList<RecordSetChange> changes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count > ChangesMax || changes.Any(change => !change.Name.IsAtOrUnder(zone)))
            throw new ArgumentException("Too many changes, or a name outside of the zone.", nameof(changes));
        var id = (ushort)random.Next(0x10000);
        var request = Tsig.Sign(UpdateMessage.Write(id, zone, changes), key, time.GetUtcNow(), out var mac);
        if (request.Length > ushort.MaxValue) // RFC 1035 §4.2.2: its length is written in two octets
            throw new ArgumentException("The changes are more than one message holds.", nameof(changes));
        using var timer = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        try
        {
            var answer = await Exchange(request, either.Token);
            return answer is null
                ? new UpdateResult.Failed($"{server} closed the connection without an answer")
                : Judge(answer, id, mac);
        }
        catch (SocketException fault)
        {
            return new UpdateResult.Failed($"{server}: {fault.SocketErrorCode}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new UpdateResult.Failed($"{server} gave no answer within {Timeout.TotalSeconds} s");
        }
    }

    private UpdateResult Judge(byte[] answer, ushort id, byte[] mac)
    {
        if (!DnsMessage.HasId(answer, id))
            return new UpdateResult.Failed($"{server} answered something else");
        var code = answer[3] & 0x0F;
        if (Tsig.Check(answer, key, mac, time.GetUtcNow()) is { } wrong) // what it says is no proof, but may help
            return new UpdateResult.Failed(code == 0 ? $"{server}: {wrong}" : $"{server}: {wrong}; {CodeText(code)}");
        return code == 0
            ? new UpdateResult.Done()
            : new UpdateResult.Failed($"{server} refused the update: {CodeText(code)}");
    }

    private static string CodeText(int code) => code switch
    {
        1 => "FORMERR",
        2 => "SERVFAIL",
        4 => "NOTIMP, it takes no updates",
        5 => "REFUSED, the key may not change this zone",
        9 => "NOTAUTH, it is not the zone's primary server",
        10 => "NOTZONE, a name is not in the zone",
        _ => $"RCODE {code}",
    };

    private async Task<byte[]?> Exchange(byte[] request, CancellationToken cancellation)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server, cancellation);
        var framed = new OctetWriter().UInt16(request.Length).Bytes(request).ToArray();
        for (var sent = 0; sent < framed.Length;)
            sent += await socket.SendAsync(framed.AsMemory(sent), cancellation);
        var prefix = new byte[2];
        if (!await TryFill(socket, prefix, cancellation))
            return null;
        var answer = new byte[BinaryPrimitives.ReadUInt16BigEndian(prefix)];
        return await TryFill(socket, answer, cancellation) ? answer : null;
    }

    private static async Task<bool> TryFill(Socket socket, Memory<byte> buffer, CancellationToken cancellation)
    {
        while (!buffer.IsEmpty)
        {
            var read = await socket.ReceiveAsync(buffer, cancellation);
            if (read == 0)
                return false;
            buffer = buffer[read..];
        }
        return true;
    }
}
