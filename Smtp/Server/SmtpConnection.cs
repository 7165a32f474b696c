using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Security.Authentication;
using Actors.Smtp.Tls;
using Actors.Smtp.Wire;

namespace Actors.Smtp.Server;

/// <summary>One connection: reads, hands lines and content to the dialogue, sends the replies, upgrades to
/// TLS.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private readonly SmtpServer server;
    private readonly IDuplexPipe transport;
    private readonly Action abort;
    private readonly SmtpTally tally = new();
    private readonly SmtpDeadline deadline;
    private volatile IDuplexPipe pipe;
    private SmtpAdmission.Welcome welcome = new(IsTrusted: false, Identity: null);
    private ReplyWriter replies;
    private SmtpDialogue dialogue;
    private TlsPipe? tls;
    private ContentReader? content;
    private long contentBytes;
    private ReadOnlySequence<byte> unread;

    /// <param name="server">Whose options, hooks and clock hold.</param>
    /// <param name="transport">Both directions; completed when the connection is disposed.</param>
    /// <param name="abort">Ends the transport at once, for a client that does not even take the last reply.</param>
    public SmtpConnection(SmtpServer server, IDuplexPipe transport, SmtpPeer peer, Action abort)
    {
        (this.server, this.transport, this.abort) = (server, transport, abort);
        pipe = transport;
        Peer = peer;
        deadline = new(server.Options, server.Time);
        BeginDialogue();
    }

    public SmtpPeer Peer { get; }

    /// <summary>Serves the client until one side ends. Never throws.</summary>
    public async Task RunAsync()
    {
        try
        {
            if ((server.Options.Security != SmtpSecurity.ImplicitTls || await UpgradeAsync()) && await GreetAsync())
                await ConverseAsync();
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The client hung up or was cut off. What it had not finished is forgotten.
        }
        catch (Exception fault)
        {
            server.LogFault(fault);
        }
    }

    /// <summary>Called about once a second: ends the connection when its time is over.</summary>
    public void Tick(long now)
    {
        var wasEnded = deadline.IsEnded;
        if (!deadline.TryEnd(now))
            return;
        if (wasEnded)
            Abort();
        else
            Wake();
    }

    /// <summary>Makes a connection that waits for its client look around: at the time, and whether the server drains.
    /// Harmless at any time.</summary>
    public void Wake()
    {
        try
        {
            pipe.Input.CancelPendingRead();
        }
        catch (ObjectDisposedException)
        {
            // It has just closed by itself.
        }
    }

    /// <summary>Ends the connection without waiting for anything. Harmless at any time.</summary>
    public void Abort()
    {
        try
        {
            pipe.Output.CancelPendingFlush();
        }
        catch (ObjectDisposedException)
        {
            // It has just closed by itself.
        }
        abort();
    }

    public async ValueTask DisposeAsync()
    {
        deadline.Farewell();
        content?.Dispose();
        tally.Place?.Dispose();
        if (tls is not null)
            await tls.DisposeAsync();
        await transport.Input.CompleteAsync();
        await transport.Output.CompleteAsync();
    }

    private async Task<bool> GreetAsync()
    {
        deadline.Work();
        var admission = server.IsDraining ? null : await server.AdmitAsync(Peer);
        switch (admission)
        {
            case SmtpAdmission.Welcome known when !tally.TryEnter(known.Account, server.Guards.Accounts):
                replies.Write(Answers.TooManyOfAccount);
                break;
            case SmtpAdmission.Welcome known:
                welcome = known;
                if (known.IsTrusted)
                    deadline.LoggedIn();
                BeginDialogue();
                replies.Write(server.Texts.Greeting);
                return true;
            case SmtpAdmission.Refused refused:
                replies.Write(refused.Reply);
                break;
            default:
                replies.Write(Answers.Draining);
                break;
        }
        deadline.Farewell();
        await replies.FlushAsync();
        return false;
    }

    private async Task ConverseAsync()
    {
        deadline.Progress();
        var step = SmtpStep.Command;
        while (step is SmtpStep.Command or SmtpStep.Content)
        {
            deadline.Wait(content is null ? null : contentBytes);
            if (!await replies.FlushAsync())
                return;
            var result = await pipe.Input.ReadAsync();
            unread = result.Buffer;
            step = deadline.IsEnded ? TimeOut() : await DigestAsync();
            pipe.Input.AdvanceTo(unread.Start, unread.End);
            if (step == SmtpStep.Handshake)
                step = await UpgradeAsync() ? SmtpStep.Command : SmtpStep.Close;
            else if (result.IsCompleted && step is (SmtpStep.Command or SmtpStep.Content))
                step = SmtpStep.Close;   // half-open: the replies are still sent, an unfinished message is forgotten
        }
        deadline.Farewell();
        if (await replies.FlushAsync() && step == SmtpStep.CutOff)
            await LingerAsync();
    }

    /// <summary>Answers everything that is whole in <see cref="unread"/>.</summary>
    /// <returns>Command or content: more bytes are needed for it.</returns>
    private async ValueTask<SmtpStep> DigestAsync()
    {
        while (true)
        {
            var before = content;
            var step = content is null ? await NextLineAsync() : await NextContentAsync(content);
            if (step is not { } done)
                return before is null ? SmtpStep.Command : SmtpStep.Content;
            deadline.Transaction(dialogue.IsInTransaction);
            if (dialogue.MayRelay)
                deadline.LoggedIn();
            if (done == SmtpStep.Content)
                BeginContent();
            else if (done == SmtpStep.Handshake && !unread.IsEmpty)
                return Say(Answers.TlsPipelined, SmtpStep.CutOff);
            else if (done != SmtpStep.Command)
                return done;
            if (replies.Unsent >= SmtpLimits.UnsentBytesMax && !await FlushAsync())
                return SmtpStep.Close;
        }
    }

    /// <returns>Null when there is no whole line.</returns>
    private async ValueTask<SmtpStep?> NextLineAsync()
    {
        if (server.IsDraining)
            return Say(Answers.Draining, SmtpStep.Close);
        switch (CommandLines.TryTake(ref unread, SmtpLimits.LineBytesMax, out var line))
        {
            case LineStatus.Incomplete:
                return null;
            case LineStatus.TooLong:
                return Say(Answers.LineTooLong, SmtpStep.CutOff);
            case LineStatus.BareCrOrLf:
                return Say(Answers.BareInCommand, SmtpStep.CutOff);
        }
        deadline.Work();
        deadline.Progress();
        return await dialogue.Line(line);
    }

    /// <returns>Null when the content goes on.</returns>
    private async ValueTask<SmtpStep?> NextContentAsync(ContentReader reader)
    {
        var length = unread.Length;
        var status = reader.Take(ref unread);
        contentBytes += length - unread.Length;
        deadline.Progress();
        if (status == ContentStatus.More)
            return null;
        deadline.Work();
        var step = await dialogue.Content(status, reader.Content);
        deadline.Progress();
        reader.Dispose();
        content = null;
        return step;
    }

    private void BeginContent()
    {
        var lineMax = server.Options.TextLineBytesMax;
        content = new(server.Options.MessageBytesMax, lineMax == 0 ? int.MaxValue : lineMax);
        contentBytes = 0;
        deadline.ContentBegins();
    }

    [MemberNotNull(nameof(replies), nameof(dialogue))]
    private void BeginDialogue()
    {
        replies = new(pipe.Output, tally);
        var session = new SmtpSession
        {
            Peer = Peer,
            Tls = tls?.Parameters,
            IsTrusted = welcome.IsTrusted,
            Identity = welcome.Identity,
        };
        dialogue = new(server, session, tally, replies);
    }

    private async Task<bool> UpgradeAsync()
    {
        deadline.Progress();
        deadline.Wait(contentBytes: null);
        if (server.Options.Security == SmtpSecurity.StartTls && !await Say(Answers.BeginTls).FlushAsync())
            return false;
        using var limit = new CancellationTokenSource(server.Options.HandshakeTimeout, server.Time);
        try
        {
            tls = await server.Options.Tls!.AcceptAsync(transport, limit.Token);
        }
        catch (AuthenticationException failure)
        {
            server.LogHandshake(Peer, failure);
            return false;
        }
        pipe = tls;
        BeginDialogue();
        return true;
    }

    private ReplyWriter Say(ReadOnlySpan<byte> reply)
    {
        replies.Write(reply);
        return replies;
    }

    private SmtpStep Say(ReadOnlySpan<byte> reply, SmtpStep step)
    {
        replies.Write(reply);
        return step;
    }

    private SmtpStep TimeOut() =>
        Say(deadline.IsSessionOver && content is null ? Answers.SessionOver : Answers.TimedOut, SmtpStep.Close);

    private async ValueTask<bool> FlushAsync()
    {
        deadline.Wait(content is null ? null : contentBytes);
        var goesOn = await replies.FlushAsync();
        deadline.Work();
        return goesOn;
    }

    /// <summary>A socket closed with bytes unread resets the connection, which can take the last reply from the
    /// client.</summary>
    private async Task LingerAsync()
    {
        for (var left = server.Options.MessageBytesMax; left > 0;)
        {
            var result = await pipe.Input.ReadAsync();
            left -= result.Buffer.Length;
            pipe.Input.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted || result.IsCanceled)
                return;
        }
    }
}
