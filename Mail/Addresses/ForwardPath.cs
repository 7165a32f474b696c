using System.Diagnostics.CodeAnalysis;

namespace Actors.Mail.Addresses;

/// <summary>The argument of RCPT TO (RFC 5321 §4.1.2): one recipient.</summary>
public sealed record ForwardPath
{
    private ForwardPath(EmailAddress address) => Address = address;

    public EmailAddress Address { get; }

    public static ForwardPath Of(EmailAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new ForwardPath(address);
    }

    /// <summary>
    /// Reads the form with angle brackets. Source routes and a bare <c>&lt;Postmaster&gt;</c> are refused.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ForwardPath? path)
    {
        path = AngleAddress.TryParse(text, out var address) ? new ForwardPath(address) : null;
        return path is not null;
    }

    public override string ToString() => $"<{Address}>";
}
