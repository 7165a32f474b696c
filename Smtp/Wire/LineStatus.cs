namespace Actors.Smtp.Wire;

/// <summary>What <see cref="CommandLines"/> found at the front of the bytes received so far.</summary>
internal enum LineStatus
{
    /// <summary>No end of line yet, and still room for one: read more.</summary>
    Incomplete,

    /// <summary>One line that ended with CRLF.</summary>
    Complete,

    /// <summary>No CRLF within the limit. Where the line ends is unknown, so the connection cannot go on.</summary>
    TooLong,

    /// <summary>A CR without LF or an LF without CR. Two programs could see different lines here, so the
    /// connection cannot go on (RFC 5321 §2.3.8).</summary>
    BareCrOrLf,
}
