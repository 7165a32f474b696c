namespace Actors.Mail.Parsing;

/// <summary>
/// What a message from anywhere may take of us. Beyond a limit nothing fails: the rest is left unread, and
/// <see cref="ParsedMail.Defects"/> says so.
/// </summary>
public static class ParsingLimits
{
    /// <summary>Octets of a message that are looked at: more than any server here accepts.</summary>
    public const int SourceOctetsMax = 128 * 1024 * 1024;

    /// <summary>Multiparts and messages within each other; the message itself is the first.</summary>
    public const int DepthMax = 32;

    /// <summary>Parts of one message at all depths, messages within it included.</summary>
    public const int PartsMax = 1000;

    /// <summary>
    /// What messages within it may decode to together, in octets of the message itself: encoded within encoded, it
    /// would be held once more at each depth.
    /// </summary>
    public const int DecodedPerOctetMax = 4; // base64 within base64 stays below it at any depth

    /// <summary>Fields of one header section.</summary>
    public const int FieldsMax = 1000;

    /// <summary>Fields of one message, its parts included.</summary>
    public const int FieldsTotalMax = 10_000;

    /// <summary>Octets of one field, name and folding included; the rest of it is cut off.</summary>
    public const int FieldOctetsMax = 64 * 1024;

    /// <summary>Octets of one header section; later fields are left out.</summary>
    public const int HeaderOctetsMax = 1024 * 1024;

    /// <summary>Octets of a boundary; RFC 2046 §5.1.1 allows 70, senders exceed it.</summary>
    public const int BoundaryOctetsMax = 256;

    /// <summary>Parameters of one field, segments of RFC 2231 counted each.</summary>
    public const int ParametersMax = 256;

    /// <summary>Octets that <see cref="MailPart.Text"/> turns into characters.</summary>
    public const int TextOctetsMax = 4 * 1024 * 1024;
}
