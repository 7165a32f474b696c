namespace Actors.Mail.Messages;

/// <summary>Why bytes are not a header section.</summary>
public enum HeaderProblem
{
    None,

    /// <summary>CR, LF or NUL where it must not be.</summary>
    InvalidOctet,

    /// <summary>A line that is neither a field nor the continuation of one.</summary>
    NotAField,

    /// <summary>A line over <see cref="MessageLimits.LineOctetsMax"/>.</summary>
    LineTooLong,

    /// <summary>A field over <see cref="MessageLimits.HeaderFieldOctetsMax"/>.</summary>
    FieldTooLong,

    /// <summary>More than <see cref="MessageLimits.HeaderFieldsMax"/> fields.</summary>
    TooManyFields,

    /// <summary>More than <see cref="MessageLimits.HeaderSectionOctetsMax"/> octets.</summary>
    SectionTooLong,
}
