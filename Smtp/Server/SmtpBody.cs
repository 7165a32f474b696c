namespace Actors.Smtp.Server;

/// <summary>What the client declared with BODY= (RFC 6152).</summary>
public enum SmtpBody
{
    /// <summary>Not declared, or 7BIT. The content may have bytes above 127 all the same: clients forget to
    /// declare.</summary>
    SevenBit,

    EightBitMime,
}
