using System.Runtime.CompilerServices;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>
/// One message over an open connection: MAIL, RCPTs and DATA, in one write where the server offers PIPELINING (RFC
/// 2920, DATA last in its group), then the content with its final dot.
/// </summary>
internal sealed class Transaction
{
    /// <summary>Octets of commands at which a window of them ends, until its replies are read. What a socket's buffer
    /// takes from the start, so that writing them never waits for a server that waits for us to read (RFC 2920
    /// §3.1); a hundred usual recipients fit.</summary>
    private const int WindowOctets = 16 * 1024;

    private readonly SmtpWire wire;
    private readonly SmtpClientOptions options;
    private readonly bool isPipelined;
    private readonly MessageForm form;
    private readonly RecipientOutcomes outcomes;
    private readonly TransactionReplies replies;

    public Transaction(
        SmtpWire wire, SmtpExtensions extensions, SmtpClientOptions options, OutgoingMessage message, bool resetFirst)
    {
        (this.wire, this.options, isPipelined) = (wire, options, extensions.Pipelining);
        form = MessageForm.Of(message, extensions);
        outcomes = new(message.Recipients);
        replies = new(wire, options, outcomes, resetFirst);
    }

    /// <summary>Whether the server still holds the beginning of a transaction that RSET must clear.</summary>
    public bool NeedsReset => replies.NeedsReset;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<RecipientOutcome[]> Run()
    {
        DecideBeforehand();
        if (outcomes.Undecided > 0)
            await (isPipelined ? Pipelined() : StepByStep());
        return outcomes.All;
    }

    /// <summary>What cannot go to this server is not tried on it.</summary>
    private void DecideBeforehand()
    {
        if (form.Refusal is { } refusal)
            outcomes.DecideRest(refusal, SendStage.MailFrom, fromPeer: false);
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (form.RefusalOf(i) is { } reply)
                outcomes.Decide(i, reply, SendStage.RcptTo, fromPeer: false);
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
        if (!await replies.Reset() || !await replies.Mail())
            return;
        for (var from = 0; await ReadRcpts(from, named);)
        {
            if (named == outcomes.Count)
            {
                if (await replies.Data())
                    await Content();
                return;
            }
            if (outcomes.Undecided == 0)
            {
                replies.NeedsReset = true;
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
        for (; from < outcomes.Count; from++)
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
            if (form.RefusalOf(from) is null && !await replies.Rcpt(from))
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
            if (!await replies.Reset())
                return;
        }
        form.WriteMail(wire.Output);
        await wire.Flush(options.MailTimeout);
        if (!await replies.Mail() || outcomes.Undecided == 0)
            return;
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes.IsDecided(i))
                continue;
            form.WriteRcpt(i, wire.Output);
            await wire.Flush(options.RcptTimeout);
            if (!await replies.Rcpt(i))
                return;
        }
        replies.NeedsReset = outcomes.Undecided == 0;
        if (NeedsReset)
            return;
        wire.Output.Add("DATA\r\n"u8);
        await wire.Flush(options.DataTimeout);
        if (await replies.Data())
            await Content();
    }

    private ValueTask Content() => new ContentTransfer(wire, options, outcomes, replies, form.Content).Send();
}
