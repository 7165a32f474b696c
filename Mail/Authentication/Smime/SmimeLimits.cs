namespace Actors.Mail.Authentication.Smime;

/// <summary>Bounds of a PKCS#12 file. Reading one that keeps to all of them takes about a second at worst, refusing
/// one that does not a few milliseconds.</summary>
public static class SmimeLimits
{
    /// <summary>Octets of the file: keys and chains have under 20,000.</summary>
    public const int FileOctetsMax = 256 * 1024;

    /// <summary>Rounds of deriving the key of the MAC. What Firefox and Thunderbird write is the most in use.</summary>
    public const int MacIterationsMax = 600_000;

    /// <summary>Rounds of deriving one key of encryption.</summary>
    public const int KdfIterationsMax = 600_000;

    /// <summary>Rounds of deriving all keys of encryption: certificates and private key.</summary>
    public const int KdfIterationsTotalMax = 1_200_000;

    /// <summary>Private keys in the file; more than one is refused anyway, by a better name.</summary>
    public const int KeysMax = 4;

    /// <summary>Certificates in the file.</summary>
    public const int CertificatesMax = 16;

    /// <summary>UTF-16 units of the password.</summary>
    public const int PasswordMax = 1024;

    /// <summary>Certificates that go out with a signature, the signer's own included.</summary>
    public const int ChainMax = 8;

    /// <summary>Shorter RSA keys do not sign (RFC 8551 §4.2).</summary>
    public const int RsaBitsMin = 2048;

    /// <summary>Longer RSA keys take too long.</summary>
    public const int RsaBitsMax = 4096;
}
