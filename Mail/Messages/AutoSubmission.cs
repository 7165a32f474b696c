namespace Actors.Mail.Messages;

/// <summary>The Auto-Submitted field (RFC 3834 §5): whether a person sent it.</summary>
public enum AutoSubmission
{
    /// <summary>No field: nothing is said.</summary>
    None,

    /// <summary>Made by a program without any mail being the occasion.</summary>
    Generated,

    /// <summary>The answer of a program to a mail. Nothing that answers by itself may answer it.</summary>
    Replied,
}
