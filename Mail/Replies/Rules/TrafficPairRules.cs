using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>Pairs as in <see cref="PairRules"/>, of how much was sent, by whom, and of connections that fail.</summary>
internal static class TrafficPairRules
{
    internal static readonly ImmutableArray<BounceRule> All =
    [
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
                "not valid", "not permitted", "mismatch", "mismatches", "unregistered", "not registered", "not on the",
                "not in the", "isnt on", "isnt in",
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
                "potential", "rule", "restrictions", "restriction", "policies", "auto forwarded",
            ],
        },
        new("pair.connection-broken", Sources.Wording, BounceCategory.Timeout, Soft, BounceScope.System)
        {
            Any =
            [
                "connection", "session", "peer", "remote server", "remote host", "other side", "remote side",
                "remote end", "socket", "dialogue",
            ],
            With =
            [
                "reset", "dropped", "interrupted", "went away", "gone away", "vanished", "disappeared",
                "took too long", "too long to respond", "too long to answer", "cut off", "torn down", "aborted by",
                "broke down", "broken off", "hung", "stalled", "no smtp greeting", "broke", "broken",
            ],
            Without =
            [
                "policy", "blocked", "rate", "too many", "abuse", "blacklist*", "spam", "refused", "rejected",
                "password", "reset your", "denied",
            ],
        },
        new("pair.nobody-answered", Sources.Wording, BounceCategory.Timeout, Soft, BounceScope.System)
        {
            Any =
            [
                "none of the", "no host", "no hosts", "no server", "no servers", "all hosts", "all servers",
                "all mail servers", "no mail server", "no mail servers", "remote server", "remote host",
                "destination server", "receiving server", "recipients server", "target server",
                "destination mail server", "remote mail server", "all mx hosts",
            ],
            With =
            [
                "responded", "responds", "respond", "answered", "answers", "answer", "replied", "reply", "reachable",
                "reached", "contacted", "down", "overloaded or down", "silent", "dead",
            ],
            Without =
            [
                "said", "following", "returned", "responded with", "response was", "rejected", "refused", "denied",
                "accept",
            ],
        },
        new("pair.expired", Sources.Wording, BounceCategory.Timeout, Soft, BounceScope.System)
        {
            Any =
            [
                "could not be sent", "could not be delivered", "not be delivered", "unable to send",
                "unable to deliver", "not delivered", "undeliverable", "undelivered", "giving up", "gave up",
                "cannot send", "cannot deliver", "not been delivered", "could not finish", "tried for", "trying for",
                "gave up trying", "given up", "tried to deliver", "trying to deliver", "not be sent", "not been sent",
                "not yet delivered", "failed to send", "failed to deliver",
            ],
            With =
            [
                "hours", "days", "minutes", "expired", "deadline", "too many times", "several attempts",
                "number of attempts", "all attempts", "every attempt", "delivery attempts", "attempts", "tries", "day",
                "hour", "weeks", "week",
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
