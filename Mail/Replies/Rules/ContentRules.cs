using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>The message does not fit or is not well formed. It fails everywhere, and no address is to blame.</summary>
internal static class ContentRules
{
    internal static readonly ImmutableArray<BounceRule> All =
    [
        new("content.too-large", Sources.Wording, GenericBounce, Soft, Content)
        {
            Any =
            [
                "message too large", "message too big", "message is too large", "message is too big",
                "message was too large", "message size exceeds", "message size limit", "size limit exceeded",
                "exceeds size limit", "exceeds the size limit", "exceeded size limit", "message length exceeds",
                "message exceeds", "exceeds maximum message size", "maximum message size", "max message size",
                "exceeds fixed maximum", "message file too big", "message too long", "size of the message",
                "size of message", "size of this message", "mail size limit", "mail too large", "mail too big",
                "email too large", "exceeds maximum size", "exceeds the maximum size", "exceeded maximum size",
                "larger than the maximum", "larger than the current", "larger than allowed", "attachment too large",
                "attachments too large", "attachment size", "body too large", "message body exceeds",
                "exceeds administrative limit", "message header size", "header size exceeds", "headers too large",
                "too large to send", "fixed size limit", "size exceeds", "message size is",
                "exceeded the maximum message", "message volumineux", "message trop volumineux", "message trop gros",
                "taille du message", "taille maximale", "nachricht zu gross", "nachricht zu groß",
                "nachricht ist zu groß", "nachricht ist zu gross", "nachrichtengrosse", "mail zu gross",
                "mensagem muito grande", "tamanho da mensagem", "tamano del mensaje", "mensaje demasiado grande",
                "messaggio troppo grande", "dimensione del messaggio", "messagesize", "*邮件太大*", "*邮件超过*",
                "слишком большое письмо", "размер письма", "too much mail data", "mail data too",
                "size per transaction", "exceeded mailsize limit", "mailsize limit", "exceeds size",
                "exceeds the max size", "message is longer", "email size", "mail size", "message size limits",
                "size limits", "max size", "message is too long", "message was too long", "mail is too long",
                "mail is too large", "is too large", "email is too big",
                "too big", "too large", "larger than the", "mail exceeds", "message exceeded", "size greater than",
                "maximum incoming message", "incoming message size", "maximum inbound message", "class size limit",
                "size violation", "demasiado grande", "demasiado grandes", "demasiado largo", "muy grande",
                "trop grand", "trop long", "troppo lungo",
                "larger than", "bigger than", "message over", "mail over", "too heavy", "oversize", "oversized",
                "oversize message",
                "size of your mail", "size of your message", "size of the mail",
                "maximum length", "allowed length", "permitted length", "too many bytes", "more bytes than",
                "too many octets", "more octets than", "bytes more than", "bytes over", "bytes above",
                "size over limit", "size over the limit", "attachment exceeds", "attachments exceed", "files exceed",
            ],
            Without = ["lifetime", "in the queue", "in queue", "retention period", "local part", "path"],
        },
        new("content.size", Sources.Wording, GenericBounce, Soft, Content)
        {
            Any =
            [
                "length of data", "length of the data", "size of data", "size of the data", "data size", "data length",
                "length of message", "length of the message", "length of your message", "length of this message",
                "message length", "message size", "length of the mail", "length of content", "length of the content",
                "size of content", "size of the content", "content length", "content size", "body length", "body size",
                "length of the body", "size of the body", "size of attachments", "size of the attachment",
                "size of the attachments", "amount of data", "size in bytes", "size in octets",
            ],
            With =
            [
                "maximum", "exceed", "exceeds", "exceeded", "exceeding", "exceeded by", "limit", "limits", "limited",
                "threshold", "over", "above", "beyond", "more than", "greater than", "allowed", "permitted",
                "not accepted", "excessive", "too much", "too high",
            ],
            Without = ["mailbox", "inbox", "quota", "lifetime", "messages per", "per hour", "per day", "rate"],
        },
        new("content.too-large-status", Sources.Rfc3463, GenericBounce, Soft, Content)
        {
            Statuses = ["2.3", "3.4"],
            Without = ["policy", "mailpolicy", "violation", "blocked", "spam", "denied"],
        },
        new("block.header", Sources.Rfc3463, MailBlock, Soft, Policy)
        {
            Any =
            [
                "header error", "bad header", "bad headers", "invalid header", "invalid headers", "illegal header",
                "header rejected", "headers rejected",
            ],
            Statuses = ["7"],
        },
        new("content.not-compliant", Sources.Gmail, GenericBounce, Soft, Content)
        {
            Any =
            [
                "not rfc 5322 compliant", "not rfc 2822 compliant", "not rfc 822 compliant", "not rfc compliant",
                "rfc 5322", "rfc 2822", "rfc 5321 violation", "multiple subject headers", "multiple from headers",
                "duplicate header", "duplicate headers", "missing from header", "missing date header",
                "missing header", "missing message id", "missing required header", "malformed header",
                "malformed message", "malformed address", "media error", "malformed mail", "invalid header",
                "bad header", "header error", "illegal header", "headers are invalid", "8 bit data", "8bit data",
                "non ascii", "improper use of 8 bit", "bare lf", "bare linefeed*", "bare line feed*", "stray newline*",
                "bare carriage return*", "bare newline", "null byte", "nul character*", "invalid character*",
                "illegal character*", "line limit exceeded", "line too long", "lines too long", "line is too long",
                "lines longer than", "mime error", "mime structure", "mime nesting", "mime boundary", "malformed mime",
                "invalid mime", "bad mime", "message not rfc", "conversion required", "conversion failed",
                "media not supported", "content encoding", "transfer encoding", "unparseable", "cannot be parsed",
                "not well formed", "message is malformed", "rfcmessagenoncompliant", "header syntax",
                "syntax error in header", "header is missing", "invalid date", "invalid structure", "mime complexity",
                "valid address in the from", "multiple addresses in from", "valid message id", "disallowed header",
                "encoded word", "must be rfc", "invalid data in message", "unicode character", "required header",
                "missing required", "character set*", "valid address in from", "no from header", "stray cr",
                "stray lf", "conversion failure", "conversionfailed*",
            ],
        },
        new("content.attachment", Sources.Wording, MailBlock, Soft, Content)
        {
            Any =
            [
                "attachment type", "attachment is not allowed", "attachments are not allowed",
                "attachment not allowed", "file type not allowed", "prohibited attachment", "illegal attachment",
                "forbidden attachment", "blocked attachment", "attachment blocked", "disallowed attachment",
                "executable attachment", "dangerous attachment", "file extension", "encrypted attachment",
                "banned attachment", "banned file", "banned filename", "attachment name", "attachments of this type",
                "password protected",
                "attachment count", "too many attachments", "number of attachments",
                "macro", "macros", "vba", "executables", "executable file", "executable files", "executable content",
                "executable attachments", "archive with a password", "file with a password", "forbidden file",
                "prohibited file", "forbidden files",
                "disallowed file", "files of type", "double extension", "file extensions",
            ],
            Without = ["virus", "malware", "potential security issue"],
        },
        new("content.attachment-refused", Sources.Wording, MailBlock, Soft, Content)
        {
            Any =
            [
                "attachment", "attachments", "attached file", "attached files", "file type", "file types",
                "type of file", "office file",
                "office files", "office document", "office documents", "zip file", "zip files", "archive file",
                "archive files", "rar file", "file name", "filename", "embedded file", "embedded files",
            ],
            With =
            [
                "not allowed", "not accepted", "not permitted", "not acceptable", "not supported", "refused",
                "rejected", "prohibited", "blocked", "banned", "denied", "forbidden", "disallowed", "unacceptable",
                "dangerous", "unsafe", "not taken", "not accept", "does not accept", "do not accept", "found",
                "detected", "potentially harmful", "harmful", "active content", "script", "scripts", "contains a",
                "contain a", "executable", "executables", "encrypted",
            ],
            Without =
            [
                "virus", "malware", "infected", "potential security issue", "spam", "phishing", "trojan", "worm",
                "not found", "no such", "cannot open", "could not open", "as attachment", "as an attachment",
                "as attachments", "see attachment", "see the attachment", "see the attached", "in the attachment",
            ],
        },
    ];
}
