using System.Diagnostics.CodeAnalysis;
using System.Text;
using Actors.Mail.Messages;

namespace Actors.Mail.Addresses;

/// <summary>An address with the name a person reads (RFC 5322 §3.4). The name holds no control character.</summary>
public sealed record Mailbox
{
    private Mailbox(string? displayName, EmailAddress address)
    {
        DisplayName = displayName;
        Address = address;
    }

    /// <summary>Plain text, neither quoted nor encoded, at most 512 UTF-16 units. Null when there is none.</summary>
    public string? DisplayName { get; }

    public EmailAddress Address { get; }

    public static Mailbox Of(EmailAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new Mailbox(null, address);
    }

    /// <summary>The same name with another address.</summary>
    public Mailbox At(EmailAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new Mailbox(DisplayName, address);
    }

    /// <summary>
    /// Refuses a name with control characters, line separators, unpaired surrogates, or what turns text around and so
    /// lets one address be read as another; white space at the ends goes.
    /// </summary>
    public static bool TryCreate(string? displayName, EmailAddress address, [NotNullWhen(true)] out Mailbox? mailbox)
    {
        ArgumentNullException.ThrowIfNull(address);
        mailbox = null;
        if (displayName is not null && !IsName(displayName))
            return false;
        var name = displayName?.Trim();
        mailbox = new Mailbox(name is "" ? null : name, address);
        return true;
    }

    /// <summary>Reads <c>a@b</c>, <c>&lt;a@b&gt;</c>, <c>Name &lt;a@b&gt;</c> and <c>"Name" &lt;a@b&gt;</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Mailbox? mailbox)
    {
        mailbox = null;
        if (text is null || text.Length > AddressLimits.AddressOctetsMax + (2 * AddressLimits.DisplayNameMax) + 8)
            return false;
        if (!text.EndsWith('>'))
            return EmailAddress.TryParse(text, out var bare) && TryCreate(null, bare, out mailbox);
        return text.LastIndexOf('<') is var open and >= 0
            && AngleAddress.TryParse(text[open..], out var address)
            && TryUnquote(text[..open].Trim(), out var name)
            && TryCreate(name, address, out mailbox);
    }

    /// <exception cref="FormatException">The text is not a mailbox.</exception>
    public static Mailbox Parse(string text) =>
        TryParse(text, out var mailbox) ? mailbox : throw new FormatException("Not a mailbox.");

    /// <summary>For people and logs; header text is encoded by the composer.</summary>
    public override string ToString() =>
        DisplayName is null ? Address.ToString() : $"{QuotedString.Of(DisplayName)} <{Address}>";

    private static bool IsName(string name) => name.Length <= AddressLimits.DisplayNameMax
        && HeaderText.IsPlain(name) && !HeaderText.TurnsAround(name);

    private static bool TryUnquote(string text, out string name)
    {
        name = text;
        if (text is not ['"', .., '"'])
            return !text.AsSpan().ContainsAny("\"<>");
        var content = new StringBuilder(text.Length);
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == '"' || (text[i] == '\\' && ++i == text.Length - 1))
                return false;
            content.Append(text[i]);
        }

        name = content.ToString();
        return true;
    }
}
