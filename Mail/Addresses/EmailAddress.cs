using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Actors.Mail.Addresses;

/// <summary>
/// An RFC 5321 §4.1.2 Mailbox with a domain name: no source route, no address literal, no control character.
/// </summary>
/// <remarks>
/// Equality is exact in the local part, as RFC 5321 §2.4 demands; <see cref="Key"/> is for telling people apart.
/// </remarks>
public sealed record EmailAddress
{
    private EmailAddress(string localPart, DomainName domain)
    {
        LocalPart = localPart;
        Domain = domain;
    }

    /// <summary>Dot-string or quoted string as given, quotes included; at most 64 octets in UTF-8.</summary>
    public string LocalPart { get; }

    public DomainName Domain { get; }

    public bool IsAscii => Ascii.IsValid(LocalPart);

    /// <summary>The next server must offer SMTPUTF8 (RFC 6531); an international domain alone needs it not.</summary>
    public bool RequiresSmtpUtf8 => !IsAscii;

    /// <summary>
    /// The form in which two spellings of one mailbox are the same: NFC, lower case, needless quotes removed.
    /// </summary>
    public string Key => MailboxKey.Of(this);

    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        address = null;
        if (text is null || text.Length > AddressLimits.AddressOctetsMax || text.LastIndexOf('@') is var at && at < 1)
            return false;
        if (!LocalPartGrammar.IsLocalPart(text.AsSpan(0, at)) || text[^1] == '.'
            || !DomainName.TryParse(text[(at + 1)..], out var domain))
            return false;
        var localPart = text[..at];
        if (Encoding.UTF8.GetByteCount(localPart) + 1 + domain.Ascii.Length > AddressLimits.AddressOctetsMax)
            return false;
        address = new EmailAddress(localPart, domain);
        return true;
    }

    /// <exception cref="FormatException">The text is not an address. The message does not repeat the text.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException("Not an e-mail address.");

    /// <summary>The form for the wire: the domain as A-labels.</summary>
    public override string ToString() => $"{LocalPart}@{Domain.Ascii}";
}
