using Actors.Mail.Envelopes;
using Actors.Mail.Replies;

namespace Actors.Smtp.Client.Dialogue;

/// <summary>A message as one server can take it: the same as for any, or downgraded where it lacks an
/// extension.</summary>
internal sealed class MessageForm
{
    private readonly OutgoingMessage message;
    private readonly SmtpExtensions extensions;

    private MessageForm(OutgoingMessage message, SmtpExtensions extensions, Reply? refusal)
    {
        this.message = message;
        this.extensions = extensions;
        Content = message.Content;
        Length = message.Length;
        Is8Bit = message.Is8Bit;
        Refusal = refusal;
    }

    /// <summary>Why nothing of it can go to this server; null when it can.</summary>
    public Reply? Refusal { get; private init; }

    public IReadOnlyList<ReadOnlyMemory<byte>> Content { get; private init; }

    /// <summary>Octets of <see cref="Content"/>.</summary>
    public long Length { get; private init; }

    private bool Is8Bit { get; init; }

    public static MessageForm Of(OutgoingMessage message, SmtpExtensions extensions)
    {
        if (message.From.Address is { RequiresSmtpUtf8: true } && !extensions.SmtpUtf8)
            return new(message, extensions, LocalReplies.SenderNeedsSmtpUtf8);
        var lacks = (message.HasUtf8Header && !extensions.SmtpUtf8 ? ContentLacks.SmtpUtf8 : ContentLacks.None)
            | (message.Is8Bit && !extensions.EightBitMime ? ContentLacks.EightBitMime : ContentLacks.None);
        if (lacks == ContentLacks.None)
            return new(message, extensions, TooLarge(message.Length, extensions));
        var fallback = message.Fallback?.Invoke(lacks);
        if (fallback is not ContentFallback.Made { Content: var content })
            return new(message, extensions, (fallback as ContentFallback.Impossible)?.Reply
                ?? (lacks.HasFlag(ContentLacks.SmtpUtf8)
                    ? LocalReplies.SmtpUtf8NotOffered
                    : LocalReplies.EightBitNotOffered));
        var is8Bit = OutgoingMessage.Has8Bit(content);
        if (is8Bit && !extensions.EightBitMime)
            return new(message, extensions, LocalReplies.EightBitNotOffered);
        var length = content.Sum(segment => (long)segment.Length);
        return new(message, extensions, TooLarge(length, extensions))
        {
            Content = content,
            Length = length,
            Is8Bit = is8Bit,
        };
    }

    /// <summary>Why this recipient cannot be named to this server; null when it can.</summary>
    public Reply? RefusalOf(int recipient) =>
        message.Recipients[recipient].Address.RequiresSmtpUtf8 && !extensions.SmtpUtf8
            ? LocalReplies.RecipientNeedsSmtpUtf8
            : null;

    public void WriteMail(OutputBuffer output)
    {
        output.Add("MAIL FROM:"u8).AddPath(message.From.Address);
        if (extensions.Size)
            output.Add(" SIZE="u8).Add(Length);
        if (Is8Bit && extensions.EightBitMime)
            output.Add(" BODY=8BITMIME"u8);
        if (message.NeedsSmtpUtf8 && extensions.SmtpUtf8)
            output.Add(" SMTPUTF8"u8);
        if (extensions.Dsn && !message.Dsn.IsNone)
            WriteDsn(output, message.Dsn);
        output.Add("\r\n"u8);
    }

    public void WriteRcpt(int recipient, OutputBuffer output)
    {
        output.Add("RCPT TO:"u8).AddPath(message.Recipients[recipient].Address);
        if (extensions.Dsn && message.RecipientDsns.Count > 0)
            WriteDsn(output, message.RecipientDsns[recipient]);
        output.Add("\r\n"u8);
    }

    private static void WriteDsn(OutputBuffer output, EnvelopeDsn dsn)
    {
        if (dsn.Return != DsnReturn.Unspecified)
            output.Add(dsn.Return == DsnReturn.Full ? " RET=FULL"u8 : " RET=HDRS"u8);
        if (dsn.Id is { } id)
            output.Add(" ENVID="u8).Add(id.Encoded);
    }

    private void WriteDsn(OutputBuffer output, RecipientDsn dsn)
    {
        if (dsn.Notify != DsnNotify.Unspecified)
            output.Add(" NOTIFY="u8).Add(dsn.Notify.Text());
        var original = message.NeedsSmtpUtf8 && extensions.SmtpUtf8 ? dsn.Original : dsn.Original?.ToAscii();
        if (original is not null)
            output.Add(" ORCPT="u8).Add(original.AddressType).Add(";"u8).Add(original.Encoded);
    }

    private static Reply? TooLarge(long length, SmtpExtensions extensions) =>
        extensions.SizeMax is { } max && length > max ? LocalReplies.TooLarge(length, max) : null;
}
