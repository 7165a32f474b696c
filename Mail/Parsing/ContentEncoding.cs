namespace Actors.Mail.Parsing;

/// <summary>How a body is encoded for transport (RFC 2045 §6).</summary>
public enum ContentEncoding
{
    /// <summary>7bit, 8bit, binary, and whatever is not known.</summary>
    Identity,

    QuotedPrintable,

    Base64,
}
