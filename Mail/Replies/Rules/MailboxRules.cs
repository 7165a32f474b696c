using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>The mailbox is there and has no room. The message ends; the address stays good.</summary>
internal static class MailboxRules
{
    internal static readonly ImmutableArray<BounceRule> All =
    [
        new("recipient.unknown-or-full", Sources.Wording, InvalidRecipient, Soft, Recipient)
        {
            Any =
            [
                "unknown", "desconocido", "inconnu", "inexistant", "unbekannt", "sconosciuto", "inexistente",
                "does not exist", "doesnt exist", "no such user", "no such mailbox", "not found", "invalid",
                "disabled", "inactive",
            ],
            With =
            [
                "or full", "or is full", "or mailbox full", "or mailbox is full", "or mailbox over quota",
                "or over quota", "or its mailbox is full", "or their mailbox is full", "o mailbox lleno",
                "o buzon lleno", "o casilla llena", "ou boite pleine", "ou boite aux lettres pleine",
                "oder postfach voll", "oder voll", "o casella piena", "ou caixa cheia", "ou caixa postal cheia",
            ],
        },
        new("mailbox.full", Sources.Wording, MailboxFull, Soft, Recipient)
        {
            Any =
            [
                "mailbox full", "mailbox is full", "mailbox for is full", "mailbox currently full",
                "mailbox is currently full", "mail box full", "mail box is full", "inbox full", "inbox is full",
                "mbox full", "mailbox was full", "mailfolder is full", "mail folder is full", "mailfolder full",
                "full mailbox", "account is full", "account full", "mailbox is almost full", "mailbox too full",
                "mailbox has no space", "mailbox is out of space", "mailbox is stuffed", "recipients mailbox is full",
                "storage is full", "storage full", "mail drop is full", "maildrop is full", "user full",
                "mailbox filled", "recipientmailboxfull", "mailboxfull", "quotaexceededexception", "mailboxfull*",
                "mailbox busy or full", "mailbox overflow*", "messages in recipients mailbox exceeded",
                "mailbox overfull", "error writing message file too large", "too many messages on the server",
                "zuviele mails auf dem server", "zu viele mails auf dem server", "full mail box",
                "mailbox is at capacity", "too many messages on this mailbox", "too many messages in this mailbox",
                "too many messages in this inbox", "maximum number of messages in this mailbox",
                "inbox overflow", "mailbox lleno", "mailbox pleine", "mailbox pieno", "mailbox cheio", "mailbox llena",
                "mailbox piena", "mail spool full", "mailspool full", "maildir full", "maildir is full", "box is full",
                "full maildir", "mbox is full", "mailbox temporarily full", "mailbox is temporarily full",
                "mailstore full", "mail store full", "postbox full", "postbox is full",
                "box too full", "too full to",
            ],
            Without = ["submission quota", "sending quota", "recipients per", "messages per"],
        },
        new("mailbox.over-quota", Sources.Gmail, MailboxFull, Soft, Recipient)
        {
            Any =
            [
                "over quota", "overquota", "over the quota", "over its quota", "over his quota", "over her quota",
                "over their quota", "over disk quota", "over storage quota", "over mail quota", "over mailbox quota",
                "over the storage quota", "over the mailbox", "over the allowed quota", "over the maximum allowed",
                "quota exceeded", "exceeded quota", "exceeded the quota", "exceeded its quota", "exceeded his quota",
                "exceeded their quota", "exceed quota", "exceed the quota", "exceeds quota", "exceeds the quota",
                "exceeds mailbox quota", "exceeded mailbox quota", "exceeds disk quota", "exceeded disk quota",
                "exceeded storage", "exceeded its storage", "exceeded his storage", "storage quota", "mailbox quota",
                "mail quota", "disk quota", "quota full", "quota is full", "quota violation", "quota limit",
                "user quota", "inbox quota", "email quota", "quota reached", "quota usage", "out of quota",
                "used up its quota", "used up quota", "quota has been exceeded", "quota would be exceeded",
                "above quota", "above their quota", "out of storage", "storage allocation", "storage limit",
                "no storage space", "not enough storage space", "mailbox size limit", "mailbox limit", "mailbox size",
                "mailbox exceeds", "mailbox exceeded", "mailbox has exceeded", "mailbox would exceed",
                "mailbox storage", "maximum mailbox", "has exceeded the disk space", "not enough space",
                "not enough disk space", "no space for", "no more space", "space exceeded", "insufficient space",
                "no space left in mailbox", "mailbox space", "exceeded his her quota", "exceeded email quota",
                "exceeded account quota", "hard quota", "domain quota", "diskquota", "exceeded allowed quota",
                "allotted storage", "disk space quota", "exceeded the space", "exceeded maximum storage",
                "receive any more mail", "disc quota", "exceeding their quota", "exceeding its quota",
                "exceeding quota", "diskspace quota", "userdisk quota", "domaindisk quota",
                "does not have enough space", "quota exceed", "exceed the hard limit", "recipient quota",
                "not sufficient disk space", "not enough room", "over its limit", "beyond its quota",
                "reached its quota", "reached the quota", "reached quota", "mailbox capacity", "size quota",
                "space limit", "disk space limit", "disk allocation", "quotas exceeded", "exhausted allowed storage",
                "too much mail in", "space not enough", "mailbox has reached its", "inbox has reached its",
                "mailbox has reached the", "too much mail stored",
                "mailbox limits", "mailbox usage", "free space in mailbox", "no free space", "not enough free space",
                "messages in mailbox", "messages in the mailbox", "messages in inbox", "quota has been reached",
                "quota has been used", "quota is exceeded", "quota is exhausted", "quota exhausted",
                "quota was exceeded", "quota overrun", "quota overflow", "quota error", "maildir quota",
                "maildir over quota", "quota for this mailbox", "quota for this user", "quota of the recipient",
                "quota of the user", "quota for user", "quota for mailbox", "recipients quota", "users quota",
                "user is over limit", "would exceed mailbox", "would exceed the mailbox", "would exceed quota",
                "exceed mailbox", "beyond quota", "maximum mailbox size", "run out of space", "ran out of space",
                "run out of storage", "available space in", "than the space available", "space available in",
                "space left in", "over quote",
                "disk allowance", "storage allowance", "mailbox allowance", "space allowance",
            ],
            Without =
            [
                "relay quota", "daily quota", "message quota", "sending quota", "connection quota", "rate quota",
                "hourly quota", "insufficient disk space", "insufficient system storage", "quota of messages",
                "messages per", "submission quota", "quota for sending", "quota for messages", "sender quota",
                "queue quota", "our queue", "queue is over", "quota of the queue", "queue exceeded",
                "queue has exceeded", "queue exceeds",
                "connection limit",
                "space on the server", "space on server", "space on this server",
            ],
        },
        new("mailbox.full-abroad", Sources.Wording, MailboxFull, Soft, Recipient)
        {
            Any =
            [
                "boite pleine", "boite aux lettres pleine", "boite aux lettres est pleine",
                "boite aux lettres du destinataire est pleine", "quota depasse", "depasse son quota",
                "espace de stockage insuffisant", "boite de reception pleine", "messagerie pleine",
                "depassement de quota", "postfach voll", "postfach ist voll", "postfach des empfangers ist voll",
                "mailbox ist voll", "mailbox voll", "speicherplatz erschopft", "quota uberschritten",
                "kontingent uberschritten", "postfach uberfullt", "speicherplatz voll", "posteingang voll",
                "ist uberfullt", "caixa postal cheia", "caixa cheia", "caixa de entrada cheia", "caixa postal lotada",
                "cota excedida", "quota excedida", "caixa de correio cheia", "casilla llena", "buzon lleno",
                "buzon esta lleno", "buzon de correo lleno", "cuota excedida", "cuota superada",
                "ha superado su cuota", "bandeja llena", "casella piena", "casella e piena", "casella di posta piena",
                "quota superata", "casella postale piena", "skrzynka pelna", "skrzynka przepelniona",
                "przekroczony limit", "postvak vol", "mailbox vol", "postlada ar full", "posta kutusu dolu",
                "kota dolu", "schranka je plna", "почтовый ящик переполнен", "ящик переполнен", "превышена квота",
                "ящик получателя переполнен", "*邮箱已满*", "*邮箱空间不足*", "*空间不足*", "*容量不足*", "*信箱已滿*", "*メールボックスがいっぱい*",
                "*容量を超え*", "destinataire pleine", "est pleine", "esta llena", "esta lleno", "esta cheia", "e piena",
                "llena de mensajes", "jest pelna", "jest pełna", "skrzynka pełna", "skrzynka przepełniona",
            ],
        },
        new("mailbox.status", Sources.Rfc3463, MailboxFull, Soft, Recipient)
        {
            Statuses = ["2.2"],
        },
    ];
}
