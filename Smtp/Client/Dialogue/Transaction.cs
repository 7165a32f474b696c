using System.Runtime.CompilerServices;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>
/// One message over an open connection: MAIL, RCPTs and DATA, in one write where the server offers PIPELINING (RFC
/// 2920, DATA last in its group), then the content with its final dot.
/// </summary>
internal sealed class Transaction(
    SmtpWire wire, SmtpExtensions extensions, SmtpClientOptions options, OutgoingMessage message, bool resetFirst)
{
    /// <summary>Octets gathered before a write while content is sent.</summary>
    private const int BlockOctets = 64 * 1024;

    /// <summary>Octets of commands at which a window of them ends, until its replies are read. What a socket's buffer
    /// takes from the start, so that writing them never waits for a server that waits for us to read (RFC 2920
    /// §3.1); a hundred usual recipients fit.</summary>
    private const int WindowOctets = 16 * 1024;

    private readonly MessageForm form = MessageForm.Of(message, extensions);
    private readonly RecipientOutcome?[] outcomes = new RecipientOutcome?[message.Recipients.Count];
    private int undecided = message.Recipients.Count;
    private bool isDotOnItsWay;

    /// <summary>Whether the server still holds the beginning of a transaction that RSET must clear.</summary>
    public bool NeedsReset { get; private set; } = resetFirst;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<RecipientOutcome[]> Run()
    {
        DecideBeforehand();
        if (undecided > 0)
            await (extensions.Pipelining ? Pipelined() : StepByStep());
        return outcomes!;
    }

    /// <summary>What cannot go to this server is not tried on it.</summary>
    private void DecideBeforehand()
    {
        if (form.Refusal is { } refusal)
            DecideRest(refusal, SendStage.MailFrom, fromPeer: false);
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (form.RefusalOf(i) is { } reply)
                Decide(i, reply, SendStage.RcptTo, fromPeer: false, Certainty.Certain);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask Pipelined()
    {
        if (NeedsReset)
            wire.Output.Add("RSET\r\n"u8);
        form.WriteMail(wire.Output);
        var named = AddRcpts(0);
        await wire.Flush(options.MailTimeout);
        if (!await ReadReset() || !await ReadMail())
            return;
        for (var from = 0; await ReadRcpts(from, named);)
        {
            if (named == outcomes.Length)
            {
                if (await ReadData())
                    await Content();
                return;
            }
            if (undecided == 0)
            {
                NeedsReset = true;
                return;
            }
            from = named;
            named = AddRcpts(from);
            await wire.Flush(options.RcptTimeout);
        }
    }

    /// <summary>Gathers as many RCPTs as one window takes, and DATA behind the last.</summary>
    /// <returns>The first recipient that is for the next window.</returns>
    private int AddRcpts(int from)
    {
        for (; from < outcomes.Length; from++)
        {
            if (wire.Output.Length >= WindowOctets)
                return from;
            if (form.RefusalOf(from) is null)
                form.WriteRcpt(from, wire.Output);
        }
        wire.Output.Add("DATA\r\n"u8);
        return from;
    }

    /// <summary>Each command that went out is answered, those behind a refused MAIL, too.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReadRcpts(int from, int to)
    {
        for (; from < to; from++)
        {
            if (form.RefusalOf(from) is null && !await ReadRcpt(from))
                return false;
        }
        return true;
    }

    private async ValueTask StepByStep()
    {
        if (NeedsReset)
        {
            wire.Output.Add("RSET\r\n"u8);
            await wire.Flush(options.CommandTimeout);
            if (!await ReadReset())
                return;
        }
        form.WriteMail(wire.Output);
        await wire.Flush(options.MailTimeout);
        if (!await ReadMail() || undecided == 0)
            return;
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i] is not null)
                continue;
            form.WriteRcpt(i, wire.Output);
            await wire.Flush(options.RcptTimeout);
            if (!await ReadRcpt(i))
                return;
        }
        NeedsReset = undecided == 0;
        if (NeedsReset)
            return;
        wire.Output.Add("DATA\r\n"u8);
        await wire.Flush(options.DataTimeout);
        if (await ReadData())
            await Content();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReadReset()
    {
        if (!NeedsReset)
            return true;
        var reply = await wire.ReadReply(options.CommandTimeout);
        NeedsReset = false;
        return Goes(reply, SendStage.MailFrom) && (reply!.Code == 250 || Nonsense(SendStage.MailFrom));
    }

    /// <summary>Each of these says whether the dialogue goes on.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReadMail()
    {
        var reply = await wire.ReadReply(options.MailTimeout, RepeatedReplies.Mail);
        if (!Goes(reply, SendStage.MailFrom))
            return false;
        if (reply!.Code >= 400)
            DecideRest(reply, SendStage.MailFrom, fromPeer: true);
        return reply.Code is < 300 or >= 400 || Nonsense(SendStage.MailFrom);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReadRcpt(int index)
    {
        var reply = await wire.ReadReply(options.RcptTimeout, RepeatedReplies.Rcpt);
        if (!Goes(reply, SendStage.RcptTo))
            return false;
        if (reply!.Code >= 400)
            Decide(index, reply, SendStage.RcptTo, fromPeer: true, Certainty.Certain);
        return reply.Code is < 300 or >= 400 || Nonsense(SendStage.RcptTo);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReadData()
    {
        var reply = await wire.ReadReply(options.DataTimeout, RepeatedReplies.Data);
        if (!Goes(reply, SendStage.Data))
            return false;
        if (reply!.Code == 354)
            return true;
        if (reply.IsPositive)
            return Nonsense(SendStage.Data);
        NeedsReset = true;
        DecideRest(reply, SendStage.Data, fromPeer: true);
        return false;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask Content()
    {
        if (undecided == 0) // 354 although nobody is left: end the empty message and pay no heed (RFC 2920 §3.1)
        {
            wire.Output.Add(".\r\n"u8);
            await wire.Flush(options.BlockTimeout);
            Goes(await wire.ReadReply(options.FinalDotTimeout), SendStage.FinalDot);
            return;
        }
        if (!await WriteContent())
        {
            await LastWords();
            return;
        }
        var reply = await wire.ReadReply(options.FinalDotTimeout);
        if (!Goes(reply, SendStage.FinalDot))
            return;
        if (reply!.Code is >= 300 and < 400)
            Nonsense(SendStage.FinalDot);
        else
            DecideRest(reply, SendStage.FinalDot, fromPeer: true);
    }

    /// <returns>False when it did not all go out.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WriteContent()
    {
        var encoder = new DataEncoder();
        for (var i = 0; i < form.Content.Count; i++)
        {
            for (var rest = form.Content[i]; !rest.IsEmpty;)
            {
                var block = rest[..Math.Min(rest.Length, BlockOctets)];
                rest = rest[block.Length..];
                encoder.Write(block.Span, wire.Output);
                if (wire.Output.Length < BlockOctets)
                    continue;
                if (!await wire.FlushListening(options.BlockTimeout, "(content)"))
                    return false;
            }
        }
        if (wire.HasSpoken)
            return false;
        encoder.Finish(wire.Output);
        isDotOnItsWay = true;
        return await wire.Flush(options.BlockTimeout, "(content and final dot)");
    }

    /// <summary>The content could not be sent to its end. A server that refuses it early says so before it hangs up,
    /// and then that is the answer (RFC 5321 §4.2.5 has none for it, and servers do it all the same).</summary>
    private async ValueTask LastWords()
    {
        var mayHaveArrived = isDotOnItsWay && !wire.LastFlushSurelyCut;
        var reply = await wire.ReadReply(options.CommandTimeout);
        if (reply is { Code: >= 400 })
            DecideRest(reply, SendStage.Content, fromPeer: true);
        wire.Break(LocalReplies.NotSmtp); // in the middle of the content there is no way back
        DecideRest(wire.Fault!, mayHaveArrived ? SendStage.FinalDot : SendStage.Content, fromPeer: false);
    }

    /// <summary>Ends the dialogue when the connection broke, or when the server says that it closes it (421).</summary>
    private bool Goes(Reply? reply, SendStage stage)
    {
        if (reply is null)
        {
            DecideRest(wire.Fault!, stage, fromPeer: false);
            return false;
        }
        if (reply.Code != 421)
            return true;
        wire.Break(reply);
        DecideRest(reply, stage, fromPeer: true);
        return false;
    }

    /// <summary>A reply that cannot answer the command: whoever speaks there is out of step.</summary>
    private bool Nonsense(SendStage stage)
    {
        wire.Break(LocalReplies.NotSmtp);
        return Goes(null, stage);
    }

    private void DecideRest(Reply reply, SendStage stage, bool fromPeer)
    {
        var certainty = stage == SendStage.FinalDot && !fromPeer ? Certainty.Uncertain : Certainty.Certain;
        for (var i = 0; i < outcomes.Length; i++)
            Decide(i, reply, stage, fromPeer, certainty);
    }

    /// <summary>The first decision counts.</summary>
    private void Decide(int index, Reply reply, SendStage stage, bool fromPeer, Certainty certainty)
    {
        if (outcomes[index] is not null)
            return;
        outcomes[index] = new(message.Recipients[index], reply, stage, fromPeer, certainty);
        undecided--;
    }
}
