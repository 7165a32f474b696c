using System.Runtime.CompilerServices;
using System.Text;
using Actors.Mail.Replies;
using Actors.Smtp.Client.Proxies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>
/// One connection: writes what was gathered, reads replies, each within its time. When it breaks it says why once and
/// stays broken; nothing here throws for what a peer or the network does.
/// </summary>
internal sealed class SmtpWire : IDisposable
{
    private readonly WireSocket socket;
    private readonly SmtpEndpoint endpoint;
    private readonly Deadline deadline;
    private readonly InputBuffer input = new();
    private readonly ReplyLines replies;
    private Task<int>? ahead;
    private bool isStillWriting;
    private Reply? outputFault;
    private Reply? abortReason;

    public SmtpWire(SmtpEndpoint endpoint, TimeProvider time, ITranscript? transcript)
    {
        this.endpoint = endpoint;
        replies = new(endpoint, input) { Transcript = transcript };
        socket = new(endpoint.Hop.AddressFamily);
        deadline = new(time, () => Abort(LocalReplies.TimedOut));
    }

    /// <summary>Null listens to nothing and costs nothing.</summary>
    public ITranscript? Transcript
    {
        get => replies.Transcript;
        set => replies.Transcript = value;
    }

    public OutputBuffer Output { get; } = new();

    /// <summary>Why the connection is of no further use; null while it is.</summary>
    public Reply? Fault { get; private set; }

    /// <summary>Whether the last failed flush surely did not hand over its last octet.</summary>
    public bool LastFlushSurelyCut { get; private set; }

    /// <summary>Whether octets have come that nobody has read yet.</summary>
    public bool HasBufferedInput => !input.IsEmpty;

    /// <summary>Whether the server has said something that nobody has read yet, as far as that is known.</summary>
    public bool HasSpoken => HasBufferedInput || ahead is { IsCompleted: true };

    public TlsInfo? Tls { get; private set; }

    /// <summary>From now on the server may repeat the password, and nobody is to see that.</summary>
    public void Hide(SmtpCredentials credentials) => replies.Hide(credentials);

    public void Cap(TimeSpan dialogue) => deadline.Cap(dialogue);

    /// <summary>Ends whatever is under way; callable from any thread.</summary>
    public void Abort(Reply reason)
    {
        Interlocked.CompareExchange(ref abortReason, reason, null);
        socket.Close();
    }

    /// <summary>Connects to the server, or to the proxy and through it to the server.</summary>
    public async ValueTask<bool> Connect(TimeSpan timeout)
    {
        deadline.Mark();
        deadline.Arm(timeout);
        try
        {
            await socket.Connect(endpoint.Hop, endpoint.Source);
            if (endpoint.Proxy is { } proxy
                && await ProxyDialogue.Run(proxy, endpoint, socket, input) is { } refusal)
                return Break(abortReason ?? refusal);
            deadline.Mark();
            return true;
        }
        catch (Exception e) when (WireSocket.IsNetworkFault(e))
        {
            return Break(abortReason ?? LocalReplies.NotReached(WireSocket.FaultOf(e), WireSocket.Describe(e)));
        }
        finally
        {
            deadline.Disarm();
        }
    }

    /// <summary>Nothing may be gathered to send, and what has come in is not believed: it was not protected.</summary>
    public async ValueTask<bool> StartTls(TlsHandshake handshake, TimeSpan timeout)
    {
        if (HasBufferedInput)
            return Break(LocalReplies.InjectedBeforeTls);
        deadline.Mark();
        deadline.Arm(timeout);
        try
        {
            Tls = await socket.Protect(handshake);
            return true;
        }
        catch (Exception e) when (WireSocket.IsNetworkFault(e))
        {
            return Break(abortReason ?? handshake.Refusal ?? LocalReplies.TlsFailed(WireSocket.Describe(e)));
        }
        finally
        {
            deadline.Disarm();
        }
    }

    /// <summary>Sends everything gathered, in one write.</summary>
    /// <param name="shown">What the transcript shows instead; null shows the lines themselves.</param>
    /// <returns>False when that failed. What the server had said before can still be read, and often tells
    /// why.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> Flush(TimeSpan timeout, string? shown = null)
    {
        if (!BeginFlush(timeout, shown))
            return false;
        try
        {
            await socket.Write(Output.Written);
            Output.Clear();
            return true;
        }
        catch (Exception e) when (WireSocket.IsNetworkFault(e))
        {
            return OutputFailed(e);
        }
        finally
        {
            deadline.Disarm();
        }
    }

    /// <summary>The same for a part of a long content: the server is listened to meanwhile, and what it says ends the
    /// transfer, as it must be a refusal.</summary>
    /// <returns>False also when the server has said something; the rest of this part may or may not go out
    /// then.</returns>
    public async ValueTask<bool> FlushListening(TimeSpan timeout, string shown)
    {
        if (HasSpoken || !BeginFlush(timeout, shown))
            return false;
        try
        {
            ahead ??= socket.Read(input.Room()).AsTask();
            var writing = socket.Write(Output.Written).AsTask();
            await Task.WhenAny(ahead, writing);
            if (!writing.IsCompleted)
            {
                Forget(writing);
                isStillWriting = true;
                return false;
            }
            await writing;
            Output.Clear();
            return true;
        }
        catch (Exception e) when (WireSocket.IsNetworkFault(e))
        {
            return OutputFailed(e);
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
            return Fault is null && abortReason is null && !HasBufferedInput && !socket.HasInput();
        }
        catch (Exception e) when (WireSocket.IsNetworkFault(e))
        {
            return false;
        }
    }

    public bool Break(Reply reason)
    {
        Fault ??= reason;
        socket.Close();
        return false;
    }

    public void Dispose()
    {
        Break(LocalReplies.Cancelled);
        deadline.Dispose();
        socket.Dispose();
        if (isStillWriting)
            Output.Abandon();
        Output.Dispose();
        if (ahead is not null)
        {
            input.Abandon();
            Forget(ahead);
        }
        input.Dispose();
    }

    private bool BeginFlush(TimeSpan timeout, string? shown)
    {
        if (Fault is not null || outputFault is not null)
            return false;
        if (Transcript is not null)
            Show(shown);
        deadline.Mark();
        deadline.Arm(timeout);
        return true;
    }

    private bool OutputFailed(Exception e)
    {
        // A socket that refuses octets has not taken the last of them; an aborted or encrypted write may have.
        LastFlushSurelyCut = !socket.IsProtected && abortReason is null;
        outputFault = abortReason ?? LocalReplies.ConnectionLost(WireSocket.Describe(e));
        return false;
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
        catch (Exception e) when (WireSocket.IsNetworkFault(e))
        {
            Break(abortReason ?? outputFault ?? LocalReplies.ConnectionLost(WireSocket.Describe(e)));
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
        int read;
        if (ahead is { } begun)
        {
            read = await begun;
            ahead = null;
        }
        else
        {
            var room = input.Room();
            if (room.IsEmpty)
                return Break(LocalReplies.NotSmtp); // a line without end
            read = await socket.Read(room);
        }
        input.Add(read);
        return read > 0 || Break(abortReason ?? outputFault ?? LocalReplies.ConnectionLost("the server closed it"));
    }

    /// <returns>
    /// True with a reply, or with null when the connection broke over what came; false when more is needed.
    /// </returns>
    private bool TryTakeReply(int slot, out Reply? reply)
    {
        var progress = replies.Take(slot, out reply);
        if (progress == ReplyProgress.Complete)
            deadline.Mark();
        else if (progress == ReplyProgress.Malformed)
            Break(LocalReplies.NotSmtp);
        return progress != ReplyProgress.More;
    }

    private void Show(string? shown)
    {
        if (shown is not null)
        {
            Transcript!.Sent(endpoint, shown);
            return;
        }
        var lines = Encoding.UTF8.GetString(Output.Written.Span);
        foreach (var line in lines.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
            Transcript!.Sent(endpoint, line);
    }

    /// <summary>What becomes of it does not matter any more.</summary>
    private static void Forget(Task task) => task.ContinueWith(
        static done => _ = done.Exception, CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
