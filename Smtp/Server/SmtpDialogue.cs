using System.Buffers;
using System.Text;
using Actors.Smtp.Wire;

namespace Actors.Smtp.Server;

/// <summary>One client's commands and their answers, without the wire: lines in, replies and the next step
/// out.</summary>
/// <remarks>Made anew when TLS begins, so that nothing said in clear has any effect after it.</remarks>
internal sealed class SmtpDialogue
{
    private static readonly SearchValues<byte> HeloCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:[]+/=~#$%&'*!?^`{|}"u8);

    private readonly SmtpServer server;
    private readonly SmtpSession session;
    private readonly SmtpTally tally;
    private readonly ReplyWriter replies;
    private readonly SmtpTransaction transaction;
    private readonly SmtpLogin login;
    private SmtpPhase phase = SmtpPhase.Connected;

    public SmtpDialogue(SmtpServer server, SmtpSession session, SmtpTally tally, ReplyWriter replies)
    {
        (this.server, this.session, this.tally, this.replies) = (server, session, tally, replies);
        transaction = new(server, session, tally, replies);
        login = new(server, session, tally, replies);
    }

    /// <summary>A sender has been accepted and its message has not been dealt with.</summary>
    public bool IsInTransaction => phase is SmtpPhase.MailGiven or SmtpPhase.RcptGiven;

    /// <summary>Recipients may be named: it is known who this is.</summary>
    public bool MayRelay => session.MayRelay;

    /// <summary>Answers one line. Nothing escapes: a receiver that throws is answered with 451.</summary>
    public async ValueTask<SmtpStep> Line(ReadOnlySequence<byte> line)
    {
        try
        {
            var step = await Dispatch(line.IsSingleSegment ? line.FirstSpan : line.ToArray());
            return EndOfPatience() ? SmtpStep.CutOff : step;
        }
        catch (Exception fault)
        {
            return Fault(fault);
        }
    }

    /// <summary>Answers a message's content, or what the reading of it has come to.</summary>
    public async ValueTask<SmtpStep> Content(ContentStatus status, ReadOnlySequence<byte> content)
    {
        phase = SmtpPhase.Greeted;
        if (status != ContentStatus.Complete)
        {
            transaction.Reset();
            replies.Refuse(Refusal(status));
            return status is ContentStatus.TooLarge or ContentStatus.LineTooLong && !EndOfPatience()
                ? SmtpStep.Command
                : SmtpStep.CutOff;
        }
        try
        {
            await transaction.Message(content);
            return SmtpStep.Command;
        }
        catch (SmtpHangUpException)
        {
            return SmtpStep.Close;
        }
        catch (Exception fault)
        {
            return Fault(fault);
        }
    }

    private static ReadOnlySpan<byte> Refusal(ContentStatus status) => status switch
    {
        ContentStatus.TooLarge or ContentStatus.Endless => Answers.TooLarge,
        ContentStatus.LineTooLong => Answers.TextLineTooLong,
        ContentStatus.Nul => Answers.NulInContent,
        _ => Answers.BareInContent,
    };

    private ValueTask<SmtpStep> Dispatch(ReadOnlySpan<byte> line)
    {
        if (login.IsUnderWay)
            return login.Continue(line);
        if (line.ContainsAnyInRange((byte)0, (byte)31) || line.Contains((byte)127))
            return Refuse(Answers.Control);
        var verb = SmtpVerbs.Parse(line, out var argument);
        if (line.Length + 2 > SmtpLimits.LineMax(verb))
            return Refuse(Answers.LineTooLong);
        return verb switch
        {
            SmtpVerb.Quit => Say(Answers.Bye, SmtpStep.Close),
            SmtpVerb.Noop => Idle(Answers.Ok),
            SmtpVerb.Vrfy => Idle(Answers.Vrfy),
            SmtpVerb.Help => Idle(Answers.Help),
            SmtpVerb.Expn => Refuse(Answers.NotImplemented),
            SmtpVerb.Unknown => Refuse(Answers.Unknown),
            SmtpVerb.Bdat or SmtpVerb.Http => Refuse(Answers.NotImplemented, SmtpStep.CutOff),
            _ => InOrder(verb, argument),
        };
    }

    private ValueTask<SmtpStep> InOrder(SmtpVerb verb, ReadOnlySpan<byte> argument)
    {
        if (verb == SmtpVerb.Data && phase == SmtpPhase.MailGiven)
            return Refuse(Answers.NoRecipients);
        if (!CommandOrder.TryNext(phase, verb, out var next))
            return Refuse(CommandOrder.RefusalIn(phase));
        if (verb is SmtpVerb.Data or SmtpVerb.Rset or SmtpVerb.StartTls && !argument.IsEmpty)
            return Refuse(Answers.NoArgument);
        return verb switch
        {
            SmtpVerb.Mail => Move(transaction.Mail(argument), next, isIdle: true),
            SmtpVerb.Rcpt => Move(transaction.Rcpt(argument), next, isIdle: false),
            SmtpVerb.Data => Say(Answers.SendContent, SmtpStep.Content),
            SmtpVerb.Rset => Restart(Answers.Ok, next),
            SmtpVerb.StartTls => StartTls(),
            SmtpVerb.Auth => login.Begin(argument),
            _ => Hello(verb, argument, next),
        };
    }

    private ValueTask<SmtpStep> Hello(SmtpVerb verb, ReadOnlySpan<byte> name, SmtpPhase next)
    {
        if (name.Length is 0 or > SmtpLimits.HeloNameBytesMax || name.ContainsAnyExcept(HeloCharacters))
            return Refuse(Answers.HeloName);
        session.HeloName = Encoding.ASCII.GetString(name);
        session.IsExtended = verb == SmtpVerb.Ehlo;
        return Restart(session.IsExtended ? server.Texts.Ehlo(session.Tls is not null) : server.Texts.Helo, next);
    }

    private ValueTask<SmtpStep> StartTls() =>
        session.Tls is not null ? Refuse(Answers.TlsTwice) :
        server.Options.Security != SmtpSecurity.StartTls ? Refuse(Answers.TlsNotOffered) :
        new(SmtpStep.Handshake);

    private async ValueTask<SmtpStep> Move(ValueTask<bool> accepted, SmtpPhase next, bool isIdle)
    {
        if (isIdle)
            tally.IdleCommands++;
        if (await accepted)
            phase = next;
        return SmtpStep.Command;
    }

    private ValueTask<SmtpStep> Restart(ReadOnlySpan<byte> reply, SmtpPhase next)
    {
        transaction.Reset();
        phase = next;
        return Idle(reply);
    }

    private ValueTask<SmtpStep> Idle(ReadOnlySpan<byte> reply)
    {
        tally.IdleCommands++;
        return Say(reply, SmtpStep.Command);
    }

    private ValueTask<SmtpStep> Say(ReadOnlySpan<byte> reply, SmtpStep step)
    {
        replies.Write(reply);
        return new(step);
    }

    private ValueTask<SmtpStep> Refuse(ReadOnlySpan<byte> reply, SmtpStep step = SmtpStep.Command)
    {
        replies.Refuse(reply);
        return new(step);
    }

    private bool EndOfPatience()
    {
        var verdict = tally.Verdict(server.Options);
        if (!verdict.IsEmpty)
            replies.Write(verdict);
        return !verdict.IsEmpty;
    }

    private SmtpStep Fault(Exception fault)
    {
        if (server.Stopping.IsCancellationRequested)
        {
            replies.Write(Answers.Draining);
            return SmtpStep.Close;
        }
        server.LogFault(fault);
        replies.Write(Answers.LocalError);
        return SmtpStep.Command;
    }
}
