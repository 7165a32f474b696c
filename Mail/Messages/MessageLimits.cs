namespace Actors.Mail.Messages;

/// <summary>Sizes of messages and their parts: RFC 5322 §2.1.1 where it has one, ours otherwise.</summary>
public static class MessageLimits
{
    /// <summary>
    /// Octets of a line without CRLF that no message may exceed (RFC 5322 §2.1.1, RFC 5321 §4.5.3.1.6).
    /// </summary>
    public const int LineOctetsMax = 998;

    /// <summary>Columns at which header lines are folded where they can be (RFC 5322 §2.1.1).</summary>
    public const int HeaderLineWanted = 78;

    /// <summary>Octets of a line with encoded words, quoted-printable or base64 (RFC 2045 §6.7, RFC 2047 §2).</summary>
    public const int EncodedLineMax = 76;

    /// <summary>Octets of a header name that we accept; real ones stay below 40.</summary>
    public const int HeaderNameMax = 76;

    /// <summary>UTF-16 units of a header value that we compose.</summary>
    public const int HeaderValueMax = 8 * 1024;

    /// <summary>Octets in a run of an ASCII header value that cannot be folded: keeps the line under 998.</summary>
    public const int UnfoldableRunMax = 900;

    /// <summary>
    /// Octets of a message identifier without its angle brackets: fits one line with the header's name.
    /// </summary>
    public const int MessageIdOctetsMax = 250;

    /// <summary>Octets of a list's identifier (RFC 2919 §2).</summary>
    public const int ListIdMax = 255;

    /// <summary>UTF-16 units of a file name: what file systems take.</summary>
    public const int FileNameMax = 255;

    /// <summary>Header fields of a submitted message.</summary>
    public const int HeaderFieldsMax = 1000;

    /// <summary>Octets of one submitted header field, name and folding included.</summary>
    public const int HeaderFieldOctetsMax = 64 * 1024;

    /// <summary>Octets of the header section of a submitted message.</summary>
    public const int HeaderSectionOctetsMax = 256 * 1024;

    /// <summary>Addresses in one header field.</summary>
    public const int AddressesPerFieldMax = 10_000;

    /// <summary>Received fields above which a message is taken to go in circles (RFC 5321 §6.3).</summary>
    public const int ReceivedFieldsMax = 50;

    /// <summary>Characters of an idempotency key.</summary>
    public const int IdempotencyKeyMax = 256;

    /// <summary>UTF-16 units of a campaign's name, decoded.</summary>
    public const int CampaignMax = 128;
}
