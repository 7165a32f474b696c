using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Actors.Mail.Addresses;
using Actors.Mail.Replies;

namespace Actors.Smtp.Server;

/// <summary>MAIL, RCPT and the message: checks them, asks the receiver, answers (RFC 5321 §3.3).</summary>
/// <remarks>Each method says whether the command was accepted.</remarks>
internal sealed class SmtpTransaction(SmtpServer server, SmtpSession session, SmtpTally tally, ReplyWriter replies)
{
    private static readonly SearchValues<char> RoutingCharacters = SearchValues.Create("%!@");

    private SmtpEnvelope? envelope;

    /// <summary>Forgets sender and recipients.</summary>
    public void Reset() => envelope = null;

    public ValueTask<bool> Mail(ReadOnlySpan<byte> argument)
    {
        var options = server.Options;
        if (options.RequiresTls && session.Tls is null)
            return Refused(Answers.TlsFirst);
        if (!PathArgument.TrySplit(argument, "FROM:"u8, out var path, out var text))
            return Refused(Answers.MailSyntax);
        if (!text.IsEmpty && !session.IsExtended)
            return Refused(Answers.UnknownParameter);
        var parameters = MailParameters.Parse(text, options);
        if (!parameters.Refusal.IsEmpty)
            return Refused(parameters.Refusal);
        if (parameters.DeclaredBytes > options.MessageBytesMax)
            return Refused(Answers.TooLarge);
        if (!parameters.IsSmtpUtf8 && !Ascii.IsValid(path))
            return Refused(Answers.NeedsSmtpUtf8);
        if (!ReversePath.TryParse(Text(path), out var sender))
            return Refused(Answers.SenderAddress);
        var opened = new SmtpEnvelope
        {
            Session = session,
            Sender = sender,
            DeclaredBytes = parameters.DeclaredBytes,
            Body = parameters.Body,
            IsSmtpUtf8 = parameters.IsSmtpUtf8,
            Dsn = parameters.Dsn,
        };
        return Open(opened, server.Receiver.Sender(opened, server.Stopping));
    }

    public ValueTask<bool> Rcpt(ReadOnlySpan<byte> argument)
    {
        var current = envelope!;
        if (!PathArgument.TrySplit(argument, "TO:"u8, out var path, out var text))
            return Refused(Answers.RcptSyntax);
        var parameters = RecipientParameters.Parse(
            text, server.Options.OffersDsn && session.IsExtended, current.IsSmtpUtf8);
        if (!parameters.Refusal.IsEmpty)
            return Refused(parameters.Refusal);
        if (server.Options.RecipientsNeedAuthentication && !session.MayRelay)
            return Refused(session.Tls is null && server.Options.AuthenticationNeedsTls
                ? Answers.RelayDeniedInClear
                : Answers.RelayDenied);
        if (PathArgument.IsSourceRoute(path))
            return Refused(Answers.Routing);
        if (!current.IsSmtpUtf8 && !Ascii.IsValid(path))
            return Refused(Answers.NeedsSmtpUtf8);
        if (Recipient(path) is not { } recipient)
            return Refused(Answers.RecipientAddress);
        if (recipient.Address.LocalPart.AsSpan().ContainsAny(RoutingCharacters))
            return Refused(Answers.Routing);
        if (current.Recipients.Count >= server.Options.RecipientsMax)
        {
            replies.Write(Answers.TooManyRecipients);   // the client's plan, not its mistake: not counted
            return new(false);
        }
        var asked = server.Receiver.Recipient(recipient, current, server.Stopping);
        return Add(new(recipient, parameters.Dsn), current, asked);
    }

    /// <summary>Hands the message over; the transaction is over whatever the outcome.</summary>
    /// <exception cref="SmtpHangUpException">The receiver wants the connection cut.</exception>
    public async ValueTask Message(ReadOnlySequence<byte> content)
    {
        var complete = envelope!;
        Reset();
        tally.IdleCommands = 0;
        var reply = await server.Receiver.Message(complete, content, server.Stopping);
        if (reply.IsPositive)
            tally.Errors = 0;
        replies.Write(reply);
    }

    private async ValueTask<bool> Open(SmtpEnvelope opened, ValueTask<Reply?> asked)
    {
        if (!Answer(await asked, Answers.SenderOk, counts: true))
            return false;
        envelope = opened;
        return true;
    }

    private async ValueTask<bool> Add(SmtpRecipient recipient, SmtpEnvelope current, ValueTask<Reply?> asked)
    {
        if (!Answer(await asked, Answers.RecipientOk, counts: !session.MayRelay))
            return false;
        current.Add(recipient);
        return true;
    }

    private bool Answer(Reply? reply, ReadOnlySpan<byte> accepted, bool counts)
    {
        if (reply is null)
            replies.Write(accepted);
        else
            replies.Write(reply);
        var isAccepted = reply is null or { IsPositive: true };
        if (!isAccepted && counts)
            tally.Errors++;
        return isAccepted;
    }

    private ValueTask<bool> Refused(ReadOnlySpan<byte> reply)
    {
        replies.Refuse(reply);
        return new(false);
    }

    /// <summary>RFC 5321 §4.5.1: Postmaster without domain is this host's.</summary>
    private ForwardPath? Recipient(ReadOnlySpan<byte> path)
    {
        var text = Ascii.EqualsIgnoreCase(path, "<Postmaster>"u8)
            ? $"<postmaster@{server.Options.HostName}>"
            : Text(path);
        return ForwardPath.TryParse(text, out var recipient) ? recipient : null;
    }

    private static string? Text(ReadOnlySpan<byte> path) => Utf8.IsValid(path) ? Encoding.UTF8.GetString(path) : null;
}
