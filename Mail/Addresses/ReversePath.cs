using System.Diagnostics.CodeAnalysis;

namespace Actors.Mail.Addresses;

/// <summary>The argument of MAIL FROM (RFC 5321 §4.1.2): where failures are told, or nowhere.</summary>
public sealed record ReversePath
{
    private ReversePath(EmailAddress? address) => Address = address;

    /// <summary>
    /// The null reverse-path <c>&lt;&gt;</c> of notifications, which must not be answered (RFC 5321 §4.5.5).
    /// </summary>
    public static ReversePath Null { get; } = new((EmailAddress?)null);

    /// <summary>Null for the null reverse-path.</summary>
    public EmailAddress? Address { get; }

    public bool IsNull => Address is null;

    public static ReversePath Of(EmailAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new ReversePath(address);
    }

    /// <summary>Reads the form with angle brackets. Source routes are refused.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ReversePath? path)
    {
        path = text == "<>" ? Null : AngleAddress.TryParse(text, out var address) ? new ReversePath(address) : null;
        return path is not null;
    }

    public override string ToString() => $"<{Address}>";
}
