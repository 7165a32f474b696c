namespace Actors.Mail.Authentication.Dkim;

/// <summary>Bounds of what is read and checked. The work of a verification is at most
/// <see cref="SignaturesMax"/> times hashing the message and <see cref="KeysPerNameMax"/> RSA operations.</summary>
public static class DkimLimits
{
    /// <summary>Signatures that are looked at, from the top; more are passed over.</summary>
    public const int SignaturesMax = 8;

    /// <summary>Octets of one DKIM-Signature field, name and folding included.</summary>
    public const int SignatureOctetsMax = 16 * 1024;

    /// <summary>Names in h=, repetitions included.</summary>
    public const int SignedNamesMax = 256;

    /// <summary>Tags in one list: RFC 6376 knows fewer than 20.</summary>
    public const int TagsMax = 64;

    /// <summary>Records under one selector that are tried: there ought to be one (RFC 6376 §3.6.2.2).</summary>
    public const int KeysPerNameMax = 4;

    /// <summary>Characters of a key record: 4,096 bits of RSA need 800.</summary>
    public const int KeyRecordMax = 4 * 1024;

    /// <summary>Shorter keys neither sign nor count (RFC 8301 §3.2).</summary>
    public const int RsaBitsMin = 1024;

    /// <summary>RFC 8301 §3.2 wants verifiers to take up to 4,096.</summary>
    public const int RsaBitsMax = 4096;

    /// <summary>Octets of an RSA key's public exponent: a longer one only costs time.</summary>
    public const int RsaExponentOctetsMax = 8;

    /// <summary>Characters of a PEM file with a private key; one of 4,096 bits has 3,300.</summary>
    public const int PemMax = 16 * 1024;

    /// <summary>Header fields of a message that is signed or verified.</summary>
    public const int FieldsMax = 2_000;

    /// <summary>Octets of the header section of a message that is signed or verified.</summary>
    public const int HeaderOctetsMax = 1024 * 1024;
}
