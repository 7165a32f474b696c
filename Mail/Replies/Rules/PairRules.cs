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
                "dns name", "mx", "mx record", "mx records", "mail exchanger", "the domain", "domain name",
                "hostname", "host name", "dns",
            ],
            With =
            [
                "not found", "does not exist", "doesnt exist", "unable to find", "cannot find", "cant find",
                "could not find", "couldnt find", "could not be found", "cannot be found", "not exist", "missing",
                "unresolvable", "no answer from dns",
            ],
            Without = ["user", "mailbox", "sender", "account", "your"],
        },
        new("pair.recipient-missing", Sources.Wording, InvalidRecipient, Hard, Recipient)
        {
            Any =
            [
                "user", "mailbox", "recipient", "account", "address", "addressee", "email account", "userid", "rcpt",
                "subscriber", "inbox",
            ],
            With =
            [
                "unknown", "not found", "does not exist", "doesnt exist", "could not be found", "couldnt be found",
                "cannot be found", "cant be found", "not exist", "no such", "is not local", "not recognized",
                "not recognised", "nonexistent", "non existent", "not valid", "invalid", "not known", "no longer",
                "deleted", "unable to find", "cannot find", "could not find",
            ],
            Without =
            [
                "sender", "from", "your", "command", "spf", "ip address", "host", "header", "helo", "domain",
                "try again", "temporarily", "retry", "dns", "reverse", "blocked", "policy",
            ],
        },
        new("pair.full", Sources.Wording, MailboxFull, Soft, Recipient)
        {
            Any =
            [
                "user", "users", "mailbox", "recipient", "recipients", "account", "inbox", "quota", "mail store",
                "mail box",
            ],
            With =
            [
                "full", "used up", "insufficient storage", "insufficient space", "exceeds limit", "limit exceeded",
                "out of space", "no room", "no space", "size limit", "over limit", "overfull", "storage",
                "allotted size", "capacity",
            ],
            Without =
            [
                "message size", "rate", "messages", "connections", "connection", "recipients per", "per hour",
                "full name", "carefully", "full details",
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
    ];
}
