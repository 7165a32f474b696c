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
        new("system.file", Sources.Sendmail, GenericBounce, Soft, BounceScope.System)
        {
            Any =
            [
                "cannot open", "cannot create", "cant create", "cannot lock", "cannot write", "cannot access",
                "unable to open", "unable to create", "failed to open", "failed to create", "cant open",
                "could not open", "could not create", "error opening", "chdir", "fopen", "mkdir", "stat",
            ],
            With =
            [
                "permission denied", "no such file", "read only file", "errno", "not a directory", "is a directory",
                "operation not permitted", "too many open files", "no such device",
            ],
        },
        new("system.purged", Sources.Wording, GenericBounce, Soft, BounceScope.System)
        {
            Any =
            [
                "manually purged", "message purged", "message was purged", "purged by", "purged from",
                "removed from queue", "removed from the queue", "deleted from the queue by",
                "cancelled by the administrator", "canceled by the administrator", "cancelled by administrator",
                "canceled by administrator", "cancelled by an administrator", "deleted by administrator",
                "deleted by the administrator", "killed by", "removed by an administrator",
                "removed by the administrator", "flushed from the queue", "message was cancelled",
                "message was canceled", "message cancelled", "message canceled", "delivery cancelled",
                "delivery canceled",
            ],
        },
    ];

    /// <summary>A program to which the receiver delivers failed; what it prints of users is about its own.</summary>
    internal static readonly ImmutableArray<BounceRule> Program =
    [
        new("system.scanner", Sources.Spamassassin, GenericBounce, Soft, BounceScope.System)
        {
            Any =
            [
                "scanner", "scanners", "spamd", "clamd", "clamav", "milter", "content filter", "content filtering",
                "antivirus", "anti virus", "spamassassin", "scan engine", "amavis", "amavisd", "rspamd", "filter",
                "virus check", "virus scan", "antispam service", "filtering service",
            ],
            With =
            [
                "unavailable", "not running", "not available", "timed out", "timeout", "not respond", "not responding",
                "connection refused", "could not connect", "cannot connect", "unable to connect", "is down", "crashed",
                "malfunction", "could not scan", "cannot scan", "unable to scan", "error scanning", "internal error",
                "temporary failure", "temporary error", "failed to start", "failed to connect", "offline",
            ],
        },
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
                "queue quota", "queue full", "queue is full", "queues are full", "queue limit", "queue is over",
                "queue exceeds", "queue exceeded", "queue has exceeded", "queue has reached",
                "queue overflow", "quota of the queue",
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
                "too many servers", "too many relays", "relayed through too many", "header count too high",
                "header count", "loop", "loops", "looped", "mailloop", "bouncing around", "received lines",
                "recipient loop", "addressed to itself", "delivered to itself", "listed as a best preference mx",
                "treat it as local",
                "bounced between", "relayed too many times", "forwarded too many times", "times around",
                "in circles",
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
                "resource temporarily unavailable", "resources unavailable", "server busy", "system busy", "too busy",
                "busy", "overloaded", "load too high", "high load", "system load", "shutting down", "maintenance",
                "unknown mailer error", "mailer error", "exit status", "exit code", "command died", "prog died",
                "died with signal", "command output", "command failed", "pipe to", "program failed", "child process",
                "delivery agent", "unexpected error", "unexpected failure", "unexpected response",
                "unable to open mailbox", "cannot open mailbox", "cannot lock", "cannot create",
                "permission denied on", "insufficient permission", "storedrv*", "queue.corrupt", "unable to write",
                "cannot write", "erreur interne", "erreur technique", "erreur systeme", "interner fehler",
                "systemfehler", "temporarer fehler", "error interno", "error del sistema", "erro interno",
                "erro temporario", "errore interno", "errore temporaneo", "внутренняя ошибка", "временная ошибка",
                "*系统错误*", "*系统繁忙*", "*内部エラー*", "can not open", "cannot access", "cant access", "cant create output",
                "create output", "no such file or directory", "too much load", "not accepting network messages",
                "lookup failure", "not available right now", "not available at this time", "unable to switch",
                "unable to accept", "out of order", "temporary internal", "unable to complete", "cannot process",
                "could not process", "can not process", "unable to store", "unable to save", "write failed",
                "failed to write", "unable to lock", "cannot authenticate due to", "on data command", "open mailbox",
                "dot lock", "maildir delivery", "temporarily not available", "temporarly not available",
                "temporaly not available", "temporarely not available", "temporary not available",
                "temporarly unavailable",
                "temporaly unavailable", "temporarely unavailable", "temporary unavailable", "matches found",
                "store document",
                "too many results", "mail transport error", "trace service failure", "chdir", "qmail file",
                "is writable", "output file", "queue unavailable", "failed to open", "could not open",
                "mail transport unavailable", "internal problem", "smtp communication problem", "error writing",
                "error while writing", "could not be stored", "could not store", "can not be stored", "exited with",
                "ex tempfail", "ex unavailable", "ex cantcreat", "ex software", "ex oserr", "ex osfile", "ex ioerr",
                "ex config", "local mailer", "local delivery failed", "maillist", "list is empty", "list is null",
                "group is empty", "alias is empty", "has no members", "expands to no", "too many aliases",
                "aliases nested", "recursion", "nested too deep", "aliases file", "alias loop", "rewrite",
                "network is busy", "license expired", "licence expired", "temporary domain failure",
                "temporary mta failure", "mta failure", "temporary server", "group mismatch", "home directory",
                "unable to create", "could not create", "spool", "queue file", "mail queue", "no storage", "spooling",
                "crashed", "not ready", "not operational", "service is down", "currently down", "down for",
                "being restarted", "restarting", "starting up", "server failure", "internal fault", "fatal error",
                "wrapper script", "local delivery to", "unexpected condition", "unexpected problem",
                "encountered a problem", "encountered an error", "went wrong",
                "milter error", "milter failure", "milter failed",
                "alias file", "file is broken", "cannot fork", "fork failed", "disk problem", "with our disk",
                "i o problem", "hardware", "outage", "not working", "malfunction", "failed internally",
                "internal failure",
            ],
            Without = ["access denied", "blocked"],
        },
        new("system.unavailable", Sources.Rfc5321, GenericBounce, Soft, BounceScope.System)
        {
            Any =
            [
                "service unavailable", "service not available", "service currently unavailable",
                "service temporarily unavailable", "service is currently unavailable", "service is unavailable",
                "temporarily unavailable", "currently unavailable",
            ],
            Without = ["access denied", "blocked"],
            IsWeak = true,
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
                "does not support unicode", "not support unicode", "internationalized", "internationalised",
                "bad utf 8", "invalid utf 8", "utf 8 syntax", "must declare", "too many syntax errors", "bad syntax",
                "wrong order", "command out of", "send ehlo first", "send helo first", "need helo", "need ehlo",
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
        new("block.names-us", Sources.Wording, MailBlock, Soft, BounceScope.SenderIp)
        {
            Any = ["ip", "ips", "ip address", "your ip", "your server", "your host", "your network", "your domain"],
            Codes = [.. Enumerable.Range(500, 100)],
            Without = ["transaction failed", "mailbox", "recipient", "user", "timed out"],
            IsWeak = true,
        },
        new("block.try-later", Sources.Wording, MailBlock, Soft, BounceScope.Policy)
        {
            Any = ["try again later", "please try later", "try later", "try again"],
            Codes = [450, 451],
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
