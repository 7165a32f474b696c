using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>Two words that say it together, wherever they stand: for wordings nobody has listed yet.</summary>
internal static class PairRules
{
    internal static readonly ImmutableArray<BounceRule> All =
    [
        new("pair.held", Sources.Wording, OutOfBand, Soft, Policy)
        {
            Any = ["waiting for", "awaiting", "awaits", "pending", "held", "waits for", "subject to"],
            With =
            [
                "moderator", "moderators", "approval", "decision", "review", "release", "inspection", "scan",
                "analysis",
            ],
        },
        new("pair.internal-only", Sources.Wording, RelayingDenied, Soft, Policy)
        {
            Any =
            [
                "only accepts", "only accept", "only receive", "only receives", "accepts only", "accepts mail only",
                "receives only", "restricted to", "limited to", "external domains",
            ],
            With =
            [
                "internal", "inside", "within our", "within the", "own organization", "local users", "our company",
                "our organization", "intranet", "relaying",
            ],
        },
        new("pair.domain-missing", Sources.Wording, DnsFailure, Soft, Domain)
        {
            Any =
            [
                "dns name", "mx", "mx record", "mx records", "mail exchanger", "the domain", "domain name", "hostname",
                "host name", "dns", "domain",
            ],
            With =
            [
                "not found", "does not exist", "doesnt exist", "unable to find", "cannot find", "cant find",
                "could not find", "couldnt find", "could not be found", "cannot be found", "not exist", "missing",
                "unresolvable", "no answer from dns", "must resolve", "not used for mail", "obsolete", "retired",
                "malformed", "does not resolve", "doesnt resolve", "not resolvable", "no longer used",
                "no longer exists", "not registered",
            ],
            Without =
            [
                "user", "mailbox", "sender", "account", "your", "recipient", "relay", "dmarc", "spf", "from",
                "reverse", "ptr", "helo", "rdns",
            ],
        },
        new("pair.recipient-missing", Sources.Wording, InvalidRecipient, Hard, Recipient)
        {
            Any =
            [
                "user", "mailbox", "recipient", "account", "address", "addressee", "email account", "userid", "rcpt",
                "subscriber", "inbox", "recipients", "users", "addresses", "email address", "person", "employee",
                "destination mailbox", "alias", "username", "customer", "local part", "account exists", "member",
            ],
            With =
            [
                "unknown", "not found", "does not exist", "doesnt exist", "could not be found", "couldnt be found",
                "cannot be found", "cant be found", "not exist", "no such", "is not local", "not recognized",
                "not recognised", "nonexistent", "non existent", "not valid", "invalid", "not known", "no longer",
                "deleted", "unable to find", "cannot find", "could not find", "unable to locate", "cannot locate",
                "could not locate", "cant find", "not exists", "not present", "not a member", "incorrect", "wrong",
                "not registered", "unregistered", "no mail box", "does no exist", "does no exists", "dont exist",
                "doesnt exists", "not a valid", "isnt valid", "isnt here", "not here", "does not appear",
                "doesnt appear", "does not match", "doesnt match", "do not match", "no matching", "has been removed",
                "was removed", "has been deleted", "was deleted", "has been cancelled", "has been canceled",
                "obsolete", "not deliverable", "not a deliverable", "dont know", "do not know", "no account", "nobody",
                "moved", "unrecognized", "unrecognised", "never existed", "isnt a", "does not belong", "no one",
            ],
            Without =
            [
                "sender", "mail from", "address from", "from address", "from domain", "from header", "envelope from",
                "messages from", "your account", "your address", "your email", "your mailbox", "your domain",
                "your server", "your ip", "your host", "command", "spf", "ip address", "host", "header", "helo",
                "domain", "try again", "temporarily", "retry", "dns", "reverse", "blocked", "policy", "certificate",
            ],
        },
        new("pair.recipient-gone", Sources.Wording, InvalidRecipient, Soft, Recipient)
        {
            Any =
            [
                "user", "users", "mailbox", "recipient", "recipients", "account", "address", "addresses", "addressee",
                "email account", "email address", "email", "person", "employee", "inbox", "subscriber",
            ],
            With =
            [
                "does not have an", "doesnt have an", "dont have an", "does not have a", "doesnt have a",
                "does not receive mail", "not a recognised", "not a recognized", "has changed", "has left",
                "now left", "not recognize", "arent known", "are unknown", "allowed recipients",
            ],
            Without =
            [
                "sender", "your", "permission", "permissions", "access", "authorized", "policy", "space", "quota",
                "spf", "dkim", "dmarc", "ip", "ptr", "reverse", "owner", "blocked", "host", "domain",
            ],
        },
        new("pair.disabled", Sources.Wording, InvalidRecipient, Soft, Recipient)
        {
            Any =
            [
                "user", "mailbox", "account", "recipient", "address", "addressee", "inbox", "subscriber", "mail box",
                "boite", "compte", "destinataire", "postfach", "konto", "empfanger", "usuario", "cuenta", "buzon",
                "conta", "caixa", "destinatario", "utente", "casella", "uzytkownik", "skrzynka", "indirizzo",
                "casilla",
            ],
            With =
            [
                "disabled", "suspended", "suspension", "inactive", "inactivity", "deactivated", "locked", "frozen",
                "closed", "terminated", "expired", "archived", "unused", "discontinued", "dormant", "switched off",
                "turned off", "not active", "not enabled", "desactive", "desactivee", "suspendu", "archivee", "inactif",
                "deaktiviert", "gesperrt", "inaktiv", "desactivado", "desactivada", "inactivo", "inactiva",
                "suspendida", "suspendido", "expirado", "falta de uso", "desativada", "inativo", "inativa",
                "suspensa", "disattivata", "disattivato", "disabilitata", "disabilitato", "inattiva", "sospesa",
                "inutilizzo", "nieaktywne", "nieaktywny", "zablokowane",
            ],
            Without =
            [
                "sender", "your", "password", "certificate", "connection", "session", "ip", "ip address",
                "delivery temporarily suspended", "message expired", "relay", "adresse ip",
            ],
        },
        new("pair.full", Sources.Wording, MailboxFull, Soft, Recipient)
        {
            Any =
            [
                "user", "users", "mailbox", "recipient", "recipients", "account", "inbox", "quota", "mail store",
                "mail box", "quotas", "recipients mailbox", "users mailbox",
            ],
            With =
            [
                "full", "used up", "insufficient storage", "insufficient space", "exceeds limit", "limit exceeded",
                "out of space", "no room", "no space", "size limit", "over limit", "overfull", "storage",
                "allotted size", "capacity", "no more room", "no space left", "allotment", "allotted", "exhausted",
                "above his limit", "above its limit", "over his limit", "too much mail", "used all", "limit of",
                "limit reached", "reached its limit", "reached his limit", "reached their limit",
            ],
            Without =
            [
                "message size", "rate", "number of messages", "messages per", "connections", "connection",
                "recipients per", "per hour", "full name", "carefully", "full details", "full headers", "full email",
                "full address",
            ],
        },
        new("pair.limit", Sources.Wording, MailBlock, Soft, Policy)
        {
            Any =
            [
                "messages", "connections", "recipients", "emails", "mails", "sessions", "requests", "commands",
                "invalid recipients", "bounces", "volume",
            ],
            With =
            [
                "limit", "limits", "limited", "too many", "exceeded", "exceeds", "exceeding", "maximum", "quota",
                "numerous", "allowed per",
            ],
            Without = ["size", "mailbox", "hops", "inbox", "disk", "storage", "header", "headers", "days", "hours"],
        },
        new("pair.sender", Sources.Wording, MailBlock, Soft, Policy)
        {
            Any = ["sender", "senders", "mail from", "envelope from", "from address", "originator", "reverse path"],
            With =
            [
                "unknown", "invalid", "rejected", "refused", "denied", "does not exist", "doesnt exist", "not found",
                "could not be verified", "cannot be verified", "unable to verify", "not accepted", "blocked", "bad",
                "not valid", "not permitted", "mismatch", "mismatches", "unregistered", "not registered",
                "not on the", "not in the", "isnt on", "isnt in",
            ],
            Without = ["mailbox", "spam", "error from remote", "recipient"],
        },
        new("pair.network", Sources.Wording, MailBlock, Soft, SenderIp)
        {
            Any =
            [
                "ip", "ips", "ip address", "your server", "your host", "your network", "mail server", "client",
                "sending host", "connecting host", "sending server", "remote host", "mta",
            ],
            With =
            [
                "bad", "poor", "blocked", "rejected", "refused", "denied", "not allowed", "banned", "untrusted",
                "unauthorized", "not authorized", "not permitted", "not accepted", "not welcome", "complaint", "abuse",
            ],
            Without = ["error from remote", "remote host said", "error"],
        },
        new("pair.content", Sources.Wording, SpamContent, Soft, Content)
        {
            Any = ["content", "body", "subject line", "links", "link", "urls", "url", "keyword", "keywords", "phrase"],
            With =
            [
                "rejected", "blocked", "denied", "refused", "filtered", "unacceptable", "inappropriate", "offensive",
                "forbidden", "objectionable", "undesirable", "pornographic", "detected",
            ],
            Without =
            [
                "security", "attachment", "header", "mime", "size", "policy", "please visit", "for more information",
                "potential", "rule",
            ],
        },
        new("pair.expired", Sources.Wording, BounceCategory.Timeout, Soft, BounceScope.System)
        {
            Any =
            [
                "could not be sent", "could not be delivered", "not be delivered", "unable to send",
                "unable to deliver", "not delivered", "undeliverable", "undelivered", "giving up", "gave up",
                "cannot send", "cannot deliver", "not been delivered",
            ],
            With =
            [
                "hours", "days", "minutes", "expired", "deadline", "too many times", "several attempts",
                "number of attempts", "all attempts", "every attempt",
            ],
            Without = ["per hour", "try again", "rate", "too many messages", "account", "messages"],
        },
        new("pair.attempts", Sources.Wording, BounceCategory.Timeout, Soft, BounceScope.System)
        {
            Any =
            [
                "delivery failed", "failed after", "failed to deliver after", "aborted after", "stopped after",
                "abandoned after", "cancelled after", "canceled after", "not successful after", "given up after",
            ],
            With = ["attempts", "tries", "retries", "hour", "hours", "day", "days"],
            Without = ["login", "authentication", "per hour", "per day", "rate", "account", "messages"],
        },
    ];
}
