namespace Actors.Mail.Replies;

public static class ReplyLimits
{
    /// <summary>Octets of a reply line that we write, CRLF included (RFC 5321 §4.5.3.1.5).</summary>
    public const int WrittenLineOctetsMax = 512;

    /// <summary>
    /// Octets of a reply line that we read, without CRLF: eight times what RFC 5321 §4.5.3.1.5 allows.
    /// </summary>
    public const int ReadLineOctetsMax = 4096;

    /// <summary>Lines of one reply that we read: a server that sends more is a reply bomb.</summary>
    public const int LinesMax = 128;

    /// <summary>Characters of a text that are looked at when it is classified; the rest is not.</summary>
    public const int ClassifiedTextMax = 32 * 1024;

    /// <summary>Octets of one reply that we read, all lines together.</summary>
    public const int TextOctetsMax = 32 * 1024;
}
