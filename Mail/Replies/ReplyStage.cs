namespace Actors.Mail.Replies;

/// <summary>The command that a reply answered: the same words mean different things at different steps.</summary>
public enum ReplyStage
{
    Unknown,

    /// <summary>Before MAIL: the greeting, EHLO, STARTTLS, AUTH.</summary>
    Opening,

    /// <summary>MAIL FROM: what is refused is the sender.</summary>
    Mail,

    /// <summary>RCPT TO: what is refused is the recipient, or the sender for this recipient.</summary>
    Recipient,

    /// <summary>DATA and the final dot: the recipient had been accepted.</summary>
    Content,
}
