namespace Actors.Mail.Addresses;

/// <summary>The sizes of RFC 5321 §4.5.3.1, RFC 1035 §2.3.4 and, where no RFC has a number, ours.</summary>
public static class AddressLimits
{
    /// <summary>Octets of a local part in UTF-8 (RFC 5321 §4.5.3.1.1).</summary>
    public const int LocalPartOctetsMax = 64;

    /// <summary>Octets of a domain name in A-label form, without the final dot (RFC 1035 §2.3.4).</summary>
    public const int DomainOctetsMax = 253;

    /// <summary>Octets of one label in A-label form (RFC 1035 §2.3.4).</summary>
    public const int LabelOctetsMax = 63;

    /// <summary>
    /// Octets of local part, "@" and domain: a path has 256 with its angle brackets (RFC 5321 §4.5.3.1.3).
    /// </summary>
    public const int AddressOctetsMax = 254;

    /// <summary>UTF-16 code units of a display name: ours, far above any real name and below a header bomb.</summary>
    public const int DisplayNameMax = 512;
}
