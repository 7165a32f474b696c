namespace Actors.Mail.Authentication.Spf;

/// <summary>What one check costs at most: the policy is somebody else's, and so are the names in it.</summary>
public static class SpfLimits
{
    /// <summary>Terms of one check that ask DNS, those of included records too (RFC 7208 §4.6.4).</summary>
    public const int LookupsMax = 10;

    /// <summary>Questions of one check that may find nothing (RFC 7208 §4.6.4).</summary>
    public const int VoidLookupsMax = 2;

    /// <summary>MX hosts of one term whose addresses are asked for; more is a permanent error (§4.6.4).</summary>
    public const int MailExchangersMax = 10;

    /// <summary>Names of the client that are looked at; more are passed over (§4.6.4).</summary>
    public const int ClientNamesMax = 10;

    /// <summary>Characters of a record; longer is a permanent error. DNS itself could carry 65,535.</summary>
    public const int RecordCharactersMax = 16_384;

    /// <summary>Characters of one term, and of an explanation before and after its macros are expanded.</summary>
    public const int TermCharactersMax = 1024;

    /// <summary>Characters of HELO and of MAIL FROM; longer gives <see cref="SpfResult.None"/>.</summary>
    public const int IdentityCharactersMax = 512;

    /// <summary>
    /// Characters of an expanded name; labels on its left are cut off until it fits (RFC 7208 §7.3).
    /// </summary>
    public const int NameCharactersMax = 253;
}
