using System.Text;
using Actors.Mail.Addresses;

namespace Actors.Smtp.Client;

/// <summary>An envelope and its content.</summary>
public sealed class OutgoingMessage
{
    /// <summary>Characters (RFC 3461 §4.4).</summary>
    public const int EnvelopeIdLengthMax = 100;

    /// <param name="recipients">1 to <see cref="SmtpClientOptions.RecipientsMax"/>.</param>
    /// <param name="content">
    /// The message as it is to arrive, cut anywhere; dots are not doubled yet. Lines should end with CRLF: a bare CR
    /// or LF is sent as CRLF, because receivers that disagree about bare ones can be made to see a second message.
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

    /// <summary>
    /// ENVID for servers that offer DSN (RFC 3461 §4.4), as xtext: 1 to 100 visible ASCII characters, "+" only before
    /// two hexadecimal digits, no "=". Null: nothing is told.
    /// </summary>
    /// <exception cref="ArgumentException">Anything else: what stands here becomes part of a command.</exception>
    public string? EnvelopeId
    {
        get;
        init => field = value is null || IsEnvelopeId(value)
            ? value
            : throw new ArgumentException("1 to 100 characters of xtext.", nameof(value));
    }

    /// <summary>Octets of content, for SIZE (RFC 1870).</summary>
    public long Length { get; }

    /// <summary>Whether any octet of the content has its top bit set (RFC 6152).</summary>
    public bool Is8Bit { get; }

    /// <summary>Whether an address or a header field is outside ASCII (RFC 6531).</summary>
    public bool NeedsSmtpUtf8 { get; }

    private static bool IsEnvelopeId(string value) =>
        value.Length is > 0 and <= EnvelopeIdLengthMax
        && !value.AsSpan().ContainsAnyExceptInRange('!', '~') && !value.Contains('=', StringComparison.Ordinal)
        && value.Split('+').Skip(1).All(part => part.Length >= 2 && IsUpperHex(part[0]) && IsUpperHex(part[1]));

    private static bool IsUpperHex(char c) => char.IsAsciiDigit(c) || c is >= 'A' and <= 'F';

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
