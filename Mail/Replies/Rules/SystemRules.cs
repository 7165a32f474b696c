using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;

namespace Actors.Mail.Replies.Rules;

/// <summary>The receiver's machinery failed, or the dialogue did: a refusal whose reason helps nobody.</summary>
internal static class SystemRules
{
    /// <summary>Named so clearly that waiting in a queue for it says less.</summary>
    internal static readonly ImmutableArray<BounceRule> Named =
    [
        new("system.directory", Sources.Wording, GenericBounce, Soft, BounceScope.System)
        {
            Any = ["ldap", "ldap server", "mysql", "database", "directory server", "table lookup"],
        },
    ];

    /// <summary>A program to which the receiver delivers failed; what it prints of users is about its own.</summary>
    internal static readonly ImmutableArray<BounceRule> Program =
    [
        new("system.program", Sources.Exim, GenericBounce, Soft, BounceScope.System)
        {
            Any =
            [
                "pipe to", "pipe transport", "pipe delivery", "piped to", "procmail", "command failed for",
                "local delivery program", "command output", "local delivery command", "child process of",
                "returned from command", "unable to switch to", "forward file",
            ],
            Without = ["spam", "virus", "user unknown", "unknown user"],
        },
    ];

    internal static readonly ImmutableArray<BounceRule> All =
    [
        new("system.full", Sources.Rfc5321, GenericBounce, Soft, BounceScope.System)
        {
            Any =
            [
                "insufficient system storage", "insufficient system resources", "insufficient disk space",
                "no space left on device", "disk full", "disk is full", "filesystem full", "file system full",
                "filesystem is full", "file system is full", "out of disk space", "disk space",
                "insufficient storage", "mail system full", "system is full", "insufficient resources",
                "out of memory", "low on disk", "low on memory", "spool full",
            ],
        },
        new("timeout.loop", Sources.Rfc5321, BounceCategory.Timeout, Soft, BounceScope.System)
        {
            Any =
            [
                "too many hops", "hop count", "hopcount", "mail loop", "mail loops back", "loops back to myself",
                "routing loop", "loop detected", "mail forwarding loop", "forwarding loop", "too many received",
                "message looping", "message loop", "looping", "points back to", "local host", "is looping", "hops",
                "loop broken", "going in circles", "loop count", "header counts", "looping message",
            ],
        },
        new("system.error", Sources.Rfc5321, GenericBounce, Soft, BounceScope.System)
        {
            Any =
            [
                "system error", "internal error", "internal system error", "int t1", "int t2", "int p1",
                "does not support tls", "internal server error", "server error", "configuration error",
                "misconfigured", "misconfiguration", "configuration problem", "local configuration",
                "system config error", "local error", "error in processing", "local problem", "temporary failure",
                "temporary problem", "temporary error", "temporary system problem", "technical problem",
                "technical difficult*", "software error", "backend", "could not load", "unable to process",
                "processing error", "lookup error", "queue file write error", "write error", "read error", "i o error",
                "input output error", "cannot allocate", "resources temporarily unavailable",
                "resource temporarily unavailable", "resources unavailable", "service unavailable",
                "service not available", "service currently unavailable", "service temporarily unavailable",
                "temporarily unavailable", "server busy", "system busy", "too busy", "busy", "overloaded",
                "load too high", "high load", "system load", "shutting down", "maintenance", "unknown mailer error",
                "mailer error", "exit status", "exit code", "command died", "prog died", "died with signal",
                "command output", "command failed", "pipe to", "program failed", "child process", "delivery agent",
                "unexpected error", "unexpected failure", "unexpected response", "unable to open mailbox",
                "cannot open mailbox", "cannot lock", "cannot create", "permission denied on",
                "insufficient permission", "storedrv*", "queue.corrupt", "unable to write", "cannot write",
                "erreur interne", "erreur technique", "erreur systeme", "interner fehler", "systemfehler",
                "temporarer fehler", "error interno", "error del sistema", "erro interno", "erro temporario",
                "errore interno", "errore temporaneo", "внутренняя ошибка", "временная ошибка", "*系统错误*", "*系统繁忙*",
                "*内部エラー*", "can not open", "cannot access", "cant access", "cant create output", "create output",
                "no such file or directory", "too much load", "not accepting network messages", "lookup failure",
                "not available right now", "not available at this time", "unable to switch", "unable to accept",
                "out of order", "temporary internal", "unable to complete", "cannot process", "could not process",
                "can not process", "unable to store", "unable to save", "write failed", "failed to write",
                "unable to lock", "synchronization error", "cannot authenticate due to", "on data command",
                "open mailbox", "dot lock", "maildir delivery", "temporarily not available", "matches found",
                "store document", "too many results", "mail transport error", "trace service failure", "chdir",
                "qmail file", "is writable", "output file", "queue unavailable", "failed to open", "could not open",
                "mail transport unavailable", "internal problem", "smtp communication problem", "error writing",
                "error while writing", "could not be stored", "could not store", "can not be stored",
            ],
            Without = ["access denied", "blocked"],
        },
        new("system.protocol", Sources.Rfc5321, GenericBounce, Soft, BounceScope.System)
        {
            Any =
            [
                "improper sequence", "bad sequence", "out of sequence", "sequence of commands", "sequence error",
                "need rcpt", "need mail", "rcpt first", "mail first", "syntax error", "unrecognized command",
                "unrecognised command", "command unrecognized", "command not recognized", "unknown command",
                "invalid command", "bad command", "command not implemented", "not implemented",
                "unimplemented command", "command not supported", "parameter not", "invalid parameter*",
                "invalid argument*", "bad arguments", "unsupported option", "smtputf8", "8bitmime", "nested mail",
                "expected",
            ],
        },
    ];

    internal static readonly ImmutableArray<BounceRule> Unexplained =
    [
        new("recipient.rejected", Sources.Postfix, InvalidRecipient, Soft, BounceScope.Recipient)
        {
            Any = ["recipient address rejected", "recipient rejected"],
            IsWeak = true,
        },
        new("recipient.rejected-code", Sources.Wording, InvalidRecipient, Soft, BounceScope.Recipient)
        {
            Any = ["rejected"],
            Codes = [542],
        },
        new("block.refused", Sources.Wording, MailBlock, Soft, BounceScope.Policy)
        {
            Any =
            [
                "rejected by", "was rejected", "been rejected", "refused by", "refused to accept", "rejected",
                "reject", "permanently rejected", "refused", "refuses", "refuse",
            ],
            IsWeak = true,
        },
        new("block.stage", Sources.Rfc5321, MailBlock, Soft, BounceScope.Policy)
        {
            Any =
            [
                "unable", "unverif*", "permits", "service not available", "ip", "ips", "server", "host", "sender",
                "your",
            ],
            Stages = [ReplyStage.Mail],
            Without = ["transaction failed"],
            IsWeak = true,
        },
        new("recipient.undeliverable", Sources.Wording, InvalidRecipient, Soft, BounceScope.Recipient)
        {
            Any =
            [
                "unable to deliver message to", "check if address is correct", "check the address",
                "check the recipient*", "verify the address", "verify the email address", "verify the recipient*",
                "no valid recipients", "recipients was undeliverable", "recipients were undeliverable",
                "no recipients", "address rejected", "undeliverable to the following",
            ],
            IsWeak = true,
        },
        new("system.unexplained", Sources.Rfc5321, GenericBounce, Soft, BounceScope.System)
        {
            Any =
            [
                "transaction failed", "delivery failed", "delivery failure", "failed to deliver",
                "failed to delivery", "could not be delivered", "unable to deliver", "cannot be delivered",
                "cannot deliver", "undeliverable", "requested action not taken", "requested mail action",
                "action aborted", "not taken", "failed permanently", "permanent failure", "permanent error",
                "mail delivery failed", "delivery error",
            ],
            IsUnexplained = true,
        },
    ];
}
