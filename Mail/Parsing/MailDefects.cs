namespace Actors.Mail.Parsing;

/// <summary>What was wrong with a message that could be read nevertheless.</summary>
[Flags]
public enum MailDefects
{
    None = 0,

    /// <summary>Beyond <see cref="ParsingLimits.SourceOctetsMax"/>.</summary>
    Truncated = 1,

    /// <summary>More within each other than is read, or encoded within encoded.</summary>
    TooDeep = 2,

    TooManyParts = 4,

    /// <summary>Fields were left out, or one was cut.</summary>
    HeaderTooLong = 8,

    /// <summary>A line that is no field ended a header section: it is taken as the first of the body.</summary>
    MissingBlankLine = 16,

    /// <summary>A multipart without a usable boundary: it is one part.</summary>
    MissingBoundary = 32,

    /// <summary>A multipart that its last boundary does not end.</summary>
    MissingTerminator = 64,
}
