namespace Actors.Smtp.Client;

/// <summary>What a server does not take of a message's content.</summary>
[Flags]
public enum ContentLacks
{
    None = 0,

    /// <summary>Header fields in UTF-8 (RFC 6531).</summary>
    SmtpUtf8 = 1,

    /// <summary>Octets above 127 anywhere (RFC 6152).</summary>
    EightBitMime = 2,
}
