using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Authentication;
using System.Text;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>
/// One TCP connection, bare or under TLS: writes what was gathered, reads replies, each within its time. When it
/// breaks it says why once and stays broken; nothing here throws for what a peer or the network does.
/// </summary>
internal sealed class SmtpWire : IDisposable
{
    private const int InputOctets = ReplyLimits.ReadLineOctetsMax + 2;
    private readonly Socket socket;
    private readonly SmtpEndpoint endpoint;
    private readonly ITranscript? transcript;
    private readonly Deadline deadline;
    private readonly ReplyParser parser = new();
    private readonly RepeatedReplies repeated = new();
    private byte[] input = ArrayPool<byte>.Shared.Rent(InputOctets);
    private int start;
    private int end;
    private SslStream? tls;
    private Reply? abortReason;

    public SmtpWire(SmtpEndpoint endpoint, TimeProvider time, ITranscript? transcript)
    {
        this.endpoint = endpoint;
        this.transcript = transcript;
        socket = new(endpoint.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        deadline = new(time, () => Abort(LocalReplies.TimedOut));
    }

    public OutputBuffer Output { get; } = new();

    /// <summary>Why the connection is of no further use; null while it is.</summary>
    public Reply? Fault { get; private set; }

    /// <summary>Whether the last failed <see cref="Flush"/> surely did not hand over its last octet.</summary>
    public bool LastFlushSurelyCut { get; private set; }

    /// <summary>Whether octets have come that nobody has read yet.</summary>
    public bool HasBufferedInput => end > start;

    public TlsInfo? Tls { get; private set; }

    public void Cap(TimeSpan dialogue) => deadline.Cap(dialogue);

    /// <summary>Ends whatever is under way; callable from any thread.</summary>
    public void Abort(Reply reason)
    {
        Interlocked.CompareExchange(ref abortReason, reason, null);
        socket.Dispose();
    }

    public async ValueTask<bool> Connect(TimeSpan timeout)
    {
        deadline.Mark();
        deadline.Arm(timeout);
        try
        {
            BindSource();
            await socket.ConnectAsync(endpoint.Address, endpoint.Port);
            deadline.Mark();
            return true;
        }
        catch (Exception e) when (IsNetworkFault(e))
        {
            return Break(abortReason ?? LocalReplies.NotReached(Describe(e)));
        }
        finally
        {
            deadline.Disarm();
        }
    }

    /// <summary>Nothing may be buffered in either direction.</summary>
    public async ValueTask<bool> StartTls(TlsHandshake handshake, TimeSpan timeout)
    {
        deadline.Mark();
        deadline.Arm(timeout);
        try
        {
            tls = new SslStream(new NetworkStream(socket, ownsSocket: false));
            await tls.AuthenticateAsClientAsync(handshake.Options);
            Tls = new(tls.SslProtocol, tls.NegotiatedCipherSuite, handshake.Problems);
            return true;
        }
        catch (Exception e) when (e is AuthenticationException || IsNetworkFault(e))
        {
            return Break(abortReason ?? handshake.Refusal ?? LocalReplies.TlsFailed(Describe(e)));
        }
        finally
        {
            deadline.Disarm();
        }
    }

    /// <summary>Sends everything gathered, in one write.</summary>
    /// <param name="shown">What the transcript shows instead; null shows the lines themselves.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> Flush(TimeSpan timeout, string? shown = null)
    {
        if (Fault is not null)
            return false;
        if (transcript is not null)
            Show(shown);
        deadline.Mark();
        deadline.Arm(timeout);
        try
        {
            if (tls is not null)
                await tls.WriteAsync(Output.Written);
            else
                await SendWhole();
            Output.Clear();
            return true;
        }
        catch (Exception e) when (IsNetworkFault(e))
        {
            // A socket that refuses octets has not taken the last of them; an aborted or encrypted write may have.
            LastFlushSurelyCut = tls is null && abortReason is null;
            return Break(abortReason ?? LocalReplies.ConnectionLost(Describe(e)));
        }
        finally
        {
            deadline.Disarm();
        }
    }

    /// <param name="slot">Commands whose positive replies repeat literally share a slot; -1 for none.</param>
    /// <returns>Null when the connection broke or what came is no reply: <see cref="Fault"/> tells.</returns>
    public ValueTask<Reply?> ReadReply(TimeSpan timeout, int slot = -1) =>
        Fault is null && TryTakeReply(slot, out var reply) ? new(reply) : ReadMore(timeout, slot);

    /// <summary>Whether an idle connection seems usable: not closed by the peer, nothing said unasked.</summary>
    public bool LooksAlive()
    {
        try
        {
            return Fault is null && abortReason is null && !HasBufferedInput && !socket.Poll(0, SelectMode.SelectRead);
        }
        catch (Exception e) when (IsNetworkFault(e))
        {
            return false;
        }
    }

    public bool Break(Reply reason)
    {
        Fault ??= reason;
        socket.Dispose();
        return false;
    }

    public void Dispose()
    {
        Break(LocalReplies.Cancelled);
        deadline.Dispose();
        tls?.Dispose();
        Output.Dispose();
        var returned = input;
        input = [];
        start = end = 0;
        if (returned.Length > 0)
            ArrayPool<byte>.Shared.Return(returned);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Reply?> ReadMore(TimeSpan timeout, int slot)
    {
        if (Fault is not null)
            return null;
        deadline.Arm(timeout);
        try
        {
            Reply? reply;
            do
            {
                if (!await Receive())
                    return null;
            }
            while (!TryTakeReply(slot, out reply));
            return reply;
        }
        catch (Exception e) when (IsNetworkFault(e))
        {
            Break(abortReason ?? LocalReplies.ConnectionLost(Describe(e)));
            return null;
        }
        finally
        {
            deadline.Disarm();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> Receive()
    {
        if (start > 0)
        {
            input.AsSpan(start, end - start).CopyTo(input);
            end -= start;
            start = 0;
        }
        var room = input.AsMemory(end, InputOctets - end);
        if (room.IsEmpty)
            return Break(LocalReplies.NotSmtp); // a line without end
        var read = tls is not null
            ? await tls.ReadAsync(room)
            : await socket.ReceiveAsync(room);
        end += read;
        return read > 0 || Break(abortReason ?? LocalReplies.ConnectionLost("the server closed it"));
    }

    /// <returns>
    /// True with a reply, or with null when the connection broke over what came; false when more is needed.
    /// </returns>
    private bool TryTakeReply(int slot, out Reply? reply)
    {
        reply = null;
        while (input.AsSpan(start, end - start).IndexOf((byte)'\n') is var length and >= 0)
        {
            var line = input.AsSpan(start, length);
            start += length + 1;
            if (line.EndsWith("\r"u8))
                line = line[..^1];
            transcript?.Received(endpoint, Encoding.Latin1.GetString(line));
            if (repeated.TryGet(slot, line, out reply))
            {
                deadline.Mark();
                return true;
            }
            switch (parser.Read(line))
            {
                case ReplyProgress.Complete:
                    deadline.Mark();
                    reply = parser.Reply;
                    repeated.Keep(slot, line, reply!);
                    return true;
                case ReplyProgress.Malformed:
                    Break(LocalReplies.NotSmtp);
                    return true;
            }
            slot = -1; // several lines: not of the kind that repeats
        }
        return false;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendWhole()
    {
        var left = Output.Written;
        while (!left.IsEmpty)
            left = left[await socket.SendAsync(left)..];
    }

    private void BindSource()
    {
        if (endpoint.Source is null)
            return;
        const int ipProtocolLevel = 0, ipBindAddressNoPort = 24;
        if (OperatingSystem.IsLinux()) // the port is then chosen per destination; else 28,000 connections use all up
            socket.SetRawSocketOption(ipProtocolLevel, ipBindAddressNoPort, BitConverter.GetBytes(1));
        socket.Bind(new System.Net.IPEndPoint(endpoint.Source, 0));
    }

    private void Show(string? shown)
    {
        if (shown is not null)
        {
            transcript!.Sent(endpoint, shown);
            return;
        }
        var lines = Encoding.UTF8.GetString(Output.Written.Span);
        foreach (var line in lines.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            transcript!.Sent(endpoint, line);
    }

    private static bool IsNetworkFault(Exception e) =>
        e is SocketException or IOException or ObjectDisposedException or OperationCanceledException;

    private static string Describe(Exception e) =>
        (e as SocketException ?? e.InnerException as SocketException)?.SocketErrorCode.ToString() ?? e.Message;
}
