namespace Actors.Smtp.Wire;

/// <summary>How far the reading of a message's content after 354 has come.</summary>
internal enum ContentStatus
{
    /// <summary>The end has not arrived.</summary>
    More,

    /// <summary>CRLF "." CRLF arrived and the content is whole.</summary>
    Complete,

    /// <summary>CRLF "." CRLF arrived; the content was larger than allowed and has been thrown away.</summary>
    TooLarge,

    /// <summary>CRLF "." CRLF arrived; a line was longer than allowed and the content has been thrown away.</summary>
    LineTooLong,

    /// <summary>So far above the limit that waiting for the end is not worth it: the connection must end.</summary>
    Endless,

    /// <summary>A CR without LF or an LF without CR: where the content ends is a matter of opinion, so nothing
    /// after it may be executed (SMTP smuggling, CVE-2023-51764 to 51766) and the connection must end.</summary>
    BareCrOrLf,

    /// <summary>A NUL byte, which some programs take for the end of a line: the connection must end.</summary>
    Nul,
}
