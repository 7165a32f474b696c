namespace Actors.Mail.Messages;

/// <summary>RFC 2183 §2.1 and §2.2.</summary>
public enum Disposition
{
    Attachment,
    Inline,
}
