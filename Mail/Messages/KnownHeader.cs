namespace Actors.Mail.Messages;

/// <summary>The header fields that submission treats specially.</summary>
internal enum KnownHeader : byte
{
    None,
    From,
    Sender,
    ReplyTo,
    To,
    Cc,
    Bcc,
    MessageId,
    InReplyTo,
    References,
    Subject,
    Date,
    MimeVersion,
    ContentType,
    ContentTransferEncoding,
    IdempotencyKey,
    Campaign,
    Received,
    ReturnPath,
    ResentFrom,
    ResentSender,
    ResentBcc,
}
