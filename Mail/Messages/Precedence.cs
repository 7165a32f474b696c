namespace Actors.Mail.Messages;

/// <summary>
/// The Precedence field, of no standard (RFC 2076 §3.9), which calms programs that answer by themselves (RFC 3834 §2).
/// </summary>
public enum Precedence
{
    /// <summary>No field.</summary>
    None,

    /// <summary>For mail that one person waits for.</summary>
    List,

    /// <summary>For mail that goes to many.</summary>
    Bulk,
}
