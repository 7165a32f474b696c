using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Envelopes;

namespace Actors.Smtp.Client;

/// <summary>An envelope and its content.</summary>
public sealed class OutgoingMessage
{
    /// <param name="recipients">1 to <see cref="SmtpClientOptions.RecipientsMax"/>.</param>
    /// <param name="content">
    /// The message as it is to arrive, cut anywhere; dots are not doubled yet. Lines should end with CRLF: a bare CR
    /// or LF is sent as CRLF, because receivers that disagree about bare ones can be made to see a second message.
    /// </param>
    /// <param name="hasUtf8Header">
    /// Whether the header fields hold UTF-8 that only a server with SMTPUTF8 may be given.
    /// </param>
    /// <exception cref="ArgumentException">No recipients, or too many.</exception>
    public OutgoingMessage(
        ReversePath from,
        IReadOnlyList<ForwardPath> recipients,
        IReadOnlyList<ReadOnlyMemory<byte>> content,
        bool hasUtf8Header = false)
    {
        if (recipients.Count is 0 or > SmtpClientOptions.RecipientsMax)
            throw new ArgumentException($"1 to {SmtpClientOptions.RecipientsMax} recipients.", nameof(recipients));
        From = from;
        Recipients = recipients;
        Content = content;
        HasUtf8Header = hasUtf8Header;
        NeedsSmtpUtf8 = hasUtf8Header || from.Address is { RequiresSmtpUtf8: true } || AnyNeedsSmtpUtf8(recipients);
        for (var i = 0; i < content.Count; i++)
            Length += content[i].Length;
        Is8Bit = Has8Bit(content);
    }

    public ReversePath From { get; }

    public IReadOnlyList<ForwardPath> Recipients { get; }

    public IReadOnlyList<ReadOnlyMemory<byte>> Content { get; }

    /// <summary>RET and ENVID, for servers that offer DSN (RFC 3461); others are told nothing.</summary>
    public EnvelopeDsn Dsn { get; init; } = EnvelopeDsn.None;

    /// <summary>NOTIFY and ORCPT, for servers that offer DSN: one for each recipient, in their order, or none at
    /// all.</summary>
    /// <exception cref="ArgumentException">Another number.</exception>
    public IReadOnlyList<RecipientDsn> RecipientDsns
    {
        get;
        init => field = value.Count == 0 || value.Count == Recipients.Count
            ? value
            : throw new ArgumentException("As many as there are recipients, or none.", nameof(value));
    } = [];

    /// <summary>
    /// Makes another form of the content for a server that lacks something. Called once for each such server, on the
    /// dialogue's path: it may compute, but must not wait. Null: there is none, and the message cannot go there.
    /// </summary>
    public Func<ContentLacks, ContentFallback>? Fallback { get; init; }

    /// <summary>Octets of content, for SIZE (RFC 1870).</summary>
    public long Length { get; }

    /// <summary>Whether any octet of the content has its top bit set (RFC 6152).</summary>
    public bool Is8Bit { get; }

    /// <summary>Whether the header fields hold UTF-8 that only a server with SMTPUTF8 may be given.</summary>
    public bool HasUtf8Header { get; }

    /// <summary>Whether an address or a header field is outside ASCII (RFC 6531).</summary>
    public bool NeedsSmtpUtf8 { get; }

    internal static bool Has8Bit(IReadOnlyList<ReadOnlyMemory<byte>> content)
    {
        for (var i = 0; i < content.Count; i++)
        {
            if (!Ascii.IsValid(content[i].Span))
                return true;
        }
        return false;
    }

    private static bool AnyNeedsSmtpUtf8(IReadOnlyList<ForwardPath> recipients)
    {
        for (var i = 0; i < recipients.Count; i++)
        {
            if (recipients[i].Address.RequiresSmtpUtf8)
                return true;
        }
        return false;
    }
}
