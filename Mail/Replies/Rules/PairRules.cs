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
            Any =
            [
                "waiting for", "awaiting", "awaits", "pending", "held", "waits for", "subject to", "hold", "stored",
                "retained", "intercepted", "suspended until", "kept", "put in", "placed in", "sent to", "queued",
                "kept until", "waits in", "waiting in", "stopped until",
            ],
            With =
            [
                "moderator", "moderators", "approval", "decision", "review", "release", "inspection", "scan",
                "analysis", "moderation", "scanning", "examination", "security team", "reviewed", "sandbox", "human",
                "being checked", "inspected", "approve", "approves it", "approve it", "looked at it", "looked at",
                "queue of the moderator", "virus scan", "content scan",
            ],
        },
        new("pair.internal-only", Sources.Wording, RelayingDenied, Soft, Policy)
        {
            Any =
            [
                "only accepts", "only accept", "only receive", "only receives", "accepts only", "accepts mail only",
                "receives only", "restricted to", "limited to", "external domains", "only open to", "open only to",
                "reserved for", "only for", "for staff", "may only", "only by", "only open",
            ],
            With =
            [
                "internal", "inside", "within our", "within the", "own organization", "local users", "our company",
                "our organization", "intranet", "relaying", "employees", "staff", "own users", "our users",
                "internally",
            ],
        },
        new("pair.server-missing", Sources.Wording, DnsFailure, Soft, Domain)
        {
            Any =
            [
                "mail server", "mail servers", "mail host", "mx host", "mx hosts", "destination host",
                "destination server", "mx record", "mx records",
            ],
            With =
            [
                "not found", "cannot find", "cant find", "could not find", "couldnt find", "unable to find",
                "there is no", "no address", "no usable address", "points to", "point to", "no such", "not be found",
                "does not exist", "doesnt exist", "nowhere", "resolves to", "not known",
            ],
            Without =
            [
                "your", "sender", "helo", "client", "user", "mailbox", "recipient", "account", "relay", "said",
                "returned", "reverse", "ptr",
            ],
        },
        new("pair.outside", Sources.Wording, RelayingDenied, Soft, Policy)
        {
            Any =
            [
                "not take", "does not take", "doesnt take", "not accept", "doesnt accept", "not accepted",
                "not permitted", "not allowed", "may not", "cannot receive", "not receive", "closed to", "no mail",
                "refuses", "refused", "blocked", "not delivered", "not be delivered", "not let in", "not possible",
                "turned away",
            ],
            With =
            [
                "from outside", "from the outside", "outside our", "outside the organization",
                "outside the organisation", "outside of our", "outside this", "from the internet", "external mail",
                "external email", "external messages", "outside mail", "internet mail", "mail from external",
                "external sources", "external addresses", "outside mails", "outside world", "outsiders",
                "foreign senders", "the outside",
            ],
            Without = ["spam", "ip", "blacklist*", "blocklist*", "spoof*", "reputation"],
        },
        new("pair.connection-refused", Sources.Wording, DnsFailure, Soft, BounceScope.System)
        {
            Any = ["connection to", "connect to", "connecting to", "connection attempt to", "mx hosts", "port 25"],
            With = ["refused"],
            Without =
            [
                "policy", "blocked", "reputation", "due to", "because", "listed", "spam", "rcpt", "mail from", "data",
                "talk to me", "access",
            ],
        },
        new("pair.domain-missing", Sources.Wording, DnsFailure, Soft, Domain)
        {
            Any =
            [
                "dns name", "mx", "mx record", "mx records", "mail exchanger", "the domain", "domain name", "hostname",
                "host name", "dns", "domain", "domain names", "zone",
            ],
            With =
            [
                "not found", "does not exist", "doesnt exist", "unable to find", "cannot find", "cant find",
                "could not find", "couldnt find", "could not be found", "cannot be found", "not exist", "missing",
                "unresolvable", "no answer from dns", "not used for mail", "obsolete", "retired", "malformed",
                "does not resolve", "doesnt resolve", "not resolvable", "no longer used", "no longer exists",
                "not registered", "not be resolved", "cannot be resolved", "cant be resolved", "expired",
                "has expired", "lapsed", "misspelled", "misspelt", "lookup failed", "look up failed", "unknown",
                "invalid", "not valid", "nonexistent", "non existent", "not recognized", "not recognised",
            ],
            Without =
            [
                "user", "mailbox", "sender", "account", "your", "recipient", "relay", "dmarc", "spf", "from",
                "reverse", "ptr", "helo", "rdns", "unknown error", "unknown reason", "unknown problem",
                "invalid command", "invalid response", "ip", "client",
            ],
        },
        new("pair.recipient-missing", Sources.Wording, InvalidRecipient, Hard, Recipient)
        {
            Any =
            [
                "user", "mailbox", "recipient", "account", "address", "addressee", "email account", "userid", "rcpt",
                "subscriber", "inbox", "recipients", "users", "addresses", "email address", "person", "employee",
                "destination mailbox", "alias", "username", "customer", "local part", "account exists", "member",
                "recepient", "receipient", "recipent", "reciepient", "reciptient", "recipients address", "adress",
                "mailuser", "in directory", "in the directory", "in our directory", "mailbox name", "post office",
                "local account", "inboxes", "mailboxes", "accounts",
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
                "unkown", "unknow", "unknwon", "unknonw", "dosnt exist", "dosent exist", "doesnot exist",
                "does not exists", "does not exsist", "do not exist", "dose not exist", "doest not exist",
                "not exsist", "not located", "be located", "not a mailbox", "not an address", "not an account",
                "not provisioned", "abandoned", "purged", "unresolvable", "not on post", "not on this", "not on our",
                "unable to verify", "not listed", "isnt listed", "no match", "no entry", "has no entry", "misspelled",
                "misspelt", "mistyped", "not configured", "has gone", "not a working", "not identified",
                "be identified", "was cancelled", "was canceled", "has been closed down", "not in our", "not in the",
                "isnt in our", "unknown name", "we have no", "we know no", "we know nobody", "has retired", "retired",
                "does not live here", "erased", "vanished", "not available here", "not available at this",
                "not available on this", "unavailable here", "unavailable at this", "unavailable on this",
                "cannot be verified", "could not be verified", "not be verified", "cannot verify", "not handled by",
                "not handled here", "not handled on", "not handled at", "not served by", "not served here",
                "not serviced", "does not handle", "do not handle", "verification failed", "failed verification",
                "verification unsuccessful", "verification was unsuccessful", "unverifiable",
                "failed our verification",
            ],
            Without =
            [
                "sender", "mail from", "address from", "from address", "from domain", "from header", "envelope from",
                "messages from", "your account", "your address", "your email", "your mailbox", "your domain",
                "your server", "your ip", "your host", "command", "spf", "ip address", "host", "header", "helo",
                "domain", "try again", "temporarily", "retry", "dns", "reverse", "blocked", "policy", "certificate",
                "file or directory", "rbl*", "blacklist*", "blocklist*", "relay", "not listed in dns",
                "unable to verify sender", "verification in progress", "dnsbl", "permission", "limit",
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
                "does not receive mail", "not a recognised", "not a recognized", "has changed", "has left", "now left",
                "not recognize", "arent known", "are unknown", "allowed recipients", "left our", "left us",
                "left the company", "left the firm", "not in use", "no longer works", "not work here",
                "doesnt work here", "works here no",
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
                "turned off", "not active", "not enabled", "desactive", "desactivee", "suspendu", "archivee",
                "inactif", "deaktiviert", "gesperrt", "inaktiv", "desactivado", "desactivada", "inactivo", "inactiva",
                "suspendida", "suspendido", "expirado", "falta de uso", "desativada", "inativo", "inativa", "suspensa",
                "disattivata", "disattivato", "disabilitata", "disabilitato", "inattiva", "sospesa", "inutilizzo",
                "nieaktywne", "nieaktywny", "zablokowane", "shut down", "blocked by the administrator",
                "blocked by an administrator", "withdrawn", "taken down", "put out of use",
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
                "mail box", "quotas", "recipients mailbox", "users mailbox", "mailfolder", "mail folder", "mail spool",
                "mailspool", "maildir", "maildrop", "postbox", "mbox", "recipients box", "users box", "mail storage",
                "mail account",
            ],
            With =
            [
                "full", "used up", "insufficient storage", "insufficient space", "exceeds limit", "limit exceeded",
                "out of space", "no room", "no space", "size limit", "over limit", "overfull", "storage",
                "allotted size", "capacity", "no more room", "no space left", "allotment", "allotted", "exhausted",
                "above his limit", "above its limit", "over his limit", "too much mail", "used all", "limit of",
                "limit reached", "reached its limit", "reached his limit", "reached their limit", "overflow",
                "overflowed", "overflowing", "limits exceeded", "allocated size", "allowed size", "permitted size",
                "allocated space", "allocated storage", "usage exceeded", "over the limit", "over limits",
                "free space", "exceeded the limit", "above its", "run out of", "ran out of", "maximum size",
                "maximum reached", "is stuffed", "crammed", "contains too much", "contains too many",
            ],
            Without =
            [
                "message size", "rate", "number of messages", "messages per", "connections", "connection",
                "recipients per", "per hour", "full name", "carefully", "full details", "full headers", "full email",
                "full address", "disk is full", "disk full", "file system", "filesystem", "system storage",
                "full path",
            ],
        },
    ];
}
