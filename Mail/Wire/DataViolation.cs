namespace Actors.Mail.Wire;

/// <summary>What made mail data unacceptable; the first one found counts.</summary>
public enum DataViolation
{
    None,

    /// <summary>CR without LF (RFC 5321 §2.3.8): the tool of SMTP smuggling.</summary>
    BareCarriageReturn,

    /// <summary>LF without CR (RFC 5321 §2.3.8): the tool of SMTP smuggling.</summary>
    BareLineFeed,

    /// <summary>NUL (RFC 5322 §2.2: header and body are of 1 to 127; RFC 6152 changes only the upper end).</summary>
    Nul,

    /// <summary>More octets than the reader was told to take.</summary>
    TooLarge,
}
