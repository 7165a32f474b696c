using System.Text;
using Actors.Mail.Addresses;

namespace Actors.Smtp.Client;

/// <summary>An envelope and its content.</summary>
public sealed class OutgoingMessage
{
    /// <param name="recipients">1 to <see cref="SmtpClientOptions.RecipientsMax"/>.</param>
    /// <param name="content">
    /// The message as it is to arrive, cut anywhere; dots are not doubled yet. Lines should end with CRLF: a bare CR
    /// or LF is
    /// sent as CRLF, because receivers that disagree about bare ones can be made to see a second message.
    /// </param>
    /// <param name="hasUtf8Headers">
    /// Whether the header fields hold UTF-8, so that the server must offer SMTPUTF8.
    /// </param>
    /// <exception cref="ArgumentException">No recipients, or too many.</exception>
    public OutgoingMessage(
        ReversePath from,
        IReadOnlyList<ForwardPath> recipients,
        IReadOnlyList<ReadOnlyMemory<byte>> content,
        bool hasUtf8Headers = false)
    {
        if (recipients.Count is 0 or > SmtpClientOptions.RecipientsMax)
            throw new ArgumentException($"1 to {SmtpClientOptions.RecipientsMax} recipients.", nameof(recipients));
        From = from;
        Recipients = recipients;
        Content = content;
        NeedsSmtpUtf8 = hasUtf8Headers || from.Address is { RequiresSmtpUtf8: true } || AnyNeedsSmtpUtf8(recipients);
        foreach (var segment in content)
        {
            Length += segment.Length;
            Is8Bit = Is8Bit || !Ascii.IsValid(segment.Span);
        }
    }

    public ReversePath From { get; }

    public IReadOnlyList<ForwardPath> Recipients { get; }

    public IReadOnlyList<ReadOnlyMemory<byte>> Content { get; }

    /// <summary>Told to servers that offer DSN (RFC 3461 §4.4); 1 to 100 printable ASCII characters without "+" and "=".
    /// Null: nothing is told.</summary>
    public string? EnvelopeId { get; init; }

    /// <summary>Octets of content, for SIZE (RFC 1870).</summary>
    public long Length { get; }

    /// <summary>Whether any octet of the content has its top bit set (RFC 6152).</summary>
    public bool Is8Bit { get; }

    /// <summary>Whether an address or a header field is outside ASCII (RFC 6531).</summary>
    public bool NeedsSmtpUtf8 { get; }

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
