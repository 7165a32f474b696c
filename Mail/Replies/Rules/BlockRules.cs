using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>Blocked by the receiver without talk of spam: for our rate, our reputation, by policy.</summary>
internal static class BlockRules
{
    internal static readonly ImmutableArray<BounceRule> Named =
    [
        new("block.reputation", Sources.Outlook, MailBlock, Soft, SenderIp)
        {
            Any =
            [
                "reputation", "poor reputation", "senderbase", "user complaints", "unexpected volume", "s3140",
                "s3150", "s3113", "s3114", "s77714", "rp 001", "rp 002", "rp 003", "sc 001", "sc 002", "sc 003",
                "sc 004", "dy 001", "dy 002", "ou 001", "ou 002", "part of their network", "tss04", "ts01", "ts02",
                "ts03", "ts04", "untrusted", "suspicious activity", "talosintelligence.com", "senderscore*",
                "complaints", "whitelist", "allowlist", "not on our whitelist", "not in whitelist",
                "invalid ip for sending", "ip address is not allowed", "your ip address has been", "your ip has been",
                "your ip is", "your ip address is", "ip blocked", "blocked ip", "ip address blocked", "ip is blocked",
                "client host", "adresse ip", "server is blocked", "your network is", "your server is", "host rejected",
                "banned ip", "ip banned", "ip denied", "ip refused", "refused ip", "your mail server",
                "messages from your ip", "mail from your ip", "your host is", "connections from this",
                "mail from this host", "your mail host", "your ip", "ip address rejected", "gesperrte ip", "bad ip",
                "bad ips", "ip profile", "confirm this mail server", "requires confirmation",
                "no access from mail server", "problem occurred ask your postmaster", "restrictdomainsto*",
                "connecting ip", "sending ip", "geographical location", "geoip", "your country", "from your location",
                "this ip", "ip is rejected", "remote ip", "black ip", "invalid ip", "smtp mx only", "valid reverse",
                "is hangup", "helohost", "network not allowed", "your host are", "connections from your host",
                "white list", "allow list", "white listed",
                "sbrs", "*senderbase.org*", "your score", "ip score", "trust score", "sender score",
            ],
        },
        new("block.own-list", Sources.Outlook, MailBlock, Soft, SenderIp)
        {
            Any =
            [
                "blocklist", "blocklists", "block list", "blocklist*", "blocked list", "blacklist", "blacklist*",
                "black list", "black listed", "black lists", "dnsbl", "rbl", "rbls", "bl", "blocked using",
                "listed in", "listed on", "listed by", "is listed at", "ip is listed", "ip listed", "liste noire",
                "schwarze liste", "lista negra", "lista nera", "черный список", "черном списке", "*黑名单*", "*ブラックリスト*",
                "block listed", "aup cdrbl", "aup bl", "cxbl", "cxrbl", "dnsbls", "drbl", "attrbl", "rbl deny",
                "badlist", "banlist", "blocking list", "deny list", "denylist", "is listed", "ip list",
                "rbl*", "blocked by list", "blocked by our list", "blocked by the list", "blocked by a list",
                "list of blocked", "list of banned",
            ],
            Without = ["listed in domino", "listed in public", "not listed in"],
        },
        new("block.own-table", Sources.Wording, MailBlock, Soft, SenderIp)
        {
            Any =
            [
                "blocked", "banned", "denied by", "rejected by", "refused by", "block", "bad hosts", "bad senders",
            ],
            With =
            [
                "ldap", "mysql", "sql", "lookup", "table", "database", "map", "access map", "access table",
                "access database",
            ],
            Without =
            [
                "user", "recipient", "mailbox", "account", "bind", "failed", "failure", "error", "unavailable",
                "not available", "timeout", "timed out", "ldap server", "down", "database is",
            ],
        },
        new("block.score", Sources.Wording, MailBlock, Soft, SenderIp)
        {
            Any = ["score", "rating"],
            With = ["low", "lower", "too low", "below", "under", "negative", "poor", "bad", "minimum", "insufficient"],
            Without = ["spam", "message score", "content"],
        },
        new("block.rate", Sources.Gmail, MailBlock, Soft, Policy)
        {
            Any =
            [
                "rate limit", "rate limited", "rate limiting", "ratelimit", "ratelimited", "rate exceeded",
                "rate control", "message rate", "sending rate", "unusual rate", "at a rate", "high rate", "throttl*",
                "too many", "too much mail", "too fast", "too quickly", "too frequent*", "slow down",
                "frequency limited", "connections were refused", "aup conn", "cxcnct", "cxthrt", "con t1", "con t2",
                "con t3", "connection limit", "concurrent connection", "concurrent connections", "connection rate",
                "connection frequency", "maximum number of", "max number of", "exceeded the max",
                "maximum connections", "max connections", "simultaneous connections", "connections exceeded",
                "limit exceeded", "exceeded the limit", "exceeded limit", "exceeded your", "exceeded its maximum",
                "daily limit", "hourly limit", "daily quota", "hourly quota", "relay quota", "message quota",
                "sending quota", "sending limit", "send limit", "messages per", "emails per", "recipients per",
                "mails per", "per hour", "per day", "per minute", "this hour", "volume of", "unusual volume",
                "has reached its limit", "number of connections", "connections from your", "number of messages",
                "receiving mail at", "prevents additional messages", "thread limit exceeded", "excessive",
                "deferred due to", "threshold", "trop de connexions", "trop de messages", "trop de", "zu viele",
                "demasiad*", "muitas conexoes", "excesso de", "troppe connessioni", "troppi", "слишком много", "*频率*",
                "*过多*", "lpn105_104", "ofr_104", "busy throttling", "pipelining", "message per connection",
                "permitted limits", "exceeded their limit", "exceeding their limit", "thread limit",
                "try again slower", "slower", "sending limits", "submission quota", "quota for sending",
                "sender quota", "too much load from", "flood", "flooding", "mail volume", "traffic",
                "try again later from",
                "allowance", "hourly", "session limit", "limit for this session", "limit per session",
                "messages in a session", "slow your", "send slower", "sending less", "reduce your rate", "over rate",
                "ratelimiting",
            ],
            Without =
            [
                "too many hops", "too many received", "too many errors", "message size limit", "too many invalid",
                "too many unknown", "too many times", "too many retries", "too many attempts", "retry limit",
                "time limit", "on the server", "mailbox full", "too many invalid recipients", "too many results",
                "in mailbox", "in the mailbox", "in inbox", "delivery attempts", "too many servers", "too many relays",
                "too many aliases", "nested", "recursion", "lifetime",
                "too many tries", "number of tries", "number of retries",
                "mailbox has too much", "inbox has too much", "mailbox contains too", "on this mailbox",
                "in this mailbox",
            ],
        },
        new("block.rate-over", Sources.Wording, MailBlock, Soft, Policy)
        {
            Any = ["rate", "rates", "frequency"],
            With =
            [
                "exceed", "exceeds", "exceeded", "exceeding", "limit", "limits", "limited", "too high", "maximum",
                "over", "above", "beyond", "more than", "higher than", "allowed", "permitted", "reduce", "lower",
            ],
            Without = ["mailbox", "inbox"],
        },
        new("block.harvesting", Sources.Wording, MailBlock, Soft, Policy)
        {
            Any =
            [
                "too many errors", "too many invalid", "too many unknown", "too many bad", "directory harvest*",
                "bounce attack", "bounce attacks", "harvest*", "dictionary attack",
            ],
        },
        new("recipient.not-yet-verified", Sources.Postfix, Undetermined, Soft, Recipient)
        {
            Any =
            [
                "address verification in progress", "recipient verification in progress", "verification in progress",
                "being verified", "not yet verified",
            ],
            Without = ["sender", "your", "domain", "identity"],
        },
        new("block.greylist", Sources.Wording, MailBlock, Soft, Policy)
        {
            Any =
            [
                "greylist", "greylist*", "graylist", "graylist*", "grey list", "gray list", "grey listed",
                "gray listed", "grey listing", "gray listing", "greylisting in action", "temporarily deferred",
                "temporarily blocked", "temporarily rejected", "temporarily refused", "temporarily restricted",
                "temporarily denied", "temporary block", "temporary blocked", "deferred by policy",
                "temporary envelope failure", "please retry in", "try again in", "come back later", "retry later",
                "not yet authorized", "message temporarily", "deferring", "service refuse", "service refused",
                "mail temporarily", "postgrey", "first time seen", "please try reconnecting", "rechazo temporal",
                "temporarily not accepted", "delayed by policy", "not seen before", "unknown triplet", "new sender",
                "tempfailed by", "temporarily failed by policy", "deferred by greylist*", "triplet", "please wait and",
                "delay before", "deferred for now", "try again in a few minutes", "come back in", "retry after",
                "seconds and try", "first contact", "unknown sender ip",
                "first time sender", "come back soon", "come back in a",
                "always deferred", "first delivery", "first time delivery", "deferred here",
            ],
            Without =
            [
                "service is currently unavailable", "service currently unavailable", "verification in progress",
                "database", "maintenance", "ldap",
            ],
        },
        new("system.tls", Sources.Rfc3463, GenericBounce, Soft, BounceScope.System)
        {
            Any =
            [
                "tls", "ssl", "starttls", "certificate", "certificates", "cipher", "ciphers", "tlsa", "dane",
                "mta sts", "sts policy",
            ],
            With =
            [
                "not offered", "not offer", "not supported", "not support", "does not support", "doesnt support",
                "handshake", "negotiation", "negotiate", "not available", "unavailable", "failed", "failure",
                "cannot start", "could not start", "unable to start", "cant start", "not trusted", "untrusted",
                "expired", "mismatch", "does not match", "doesnt match", "not match", "invalid", "self signed",
                "no shared", "unverified", "unsupported", "cannot be verified", "could not be verified",
                "not be established", "alert", "unknown ca", "revoked", "not advertised", "not advertise",
                "error", "errors", "problem", "broken", "not be negotiated", "could not be", "no common",
            ],
            Without =
            [
                "client certificate", "your certificate", "must issue", "must use", "requires", "rejected",
                "policy violation", "spam", "authentication failed",
                "disconnected before",
            ],
        },
        new("block.tls", Sources.Gmail, MailBlock, Soft, Policy)
        {
            Any =
            [
                "starttls", "tls required", "requires tls", "encryption required", "encryption needed", "must use tls",
                "tls is required", "ssl required", "certificate", "encrypted connection", "unencrypted", "require tls",
                "tls connection", "tls not", "dane", "tlsa", "tlsa invalid", "requires encryption", "tls ssl",
                "use tls", "ciphers", "encryption tls", "mta sts", "sts policy", "requires ssl", "only accepts tls",
                "tls only", "encrypted sessions", "plain text connections", "plaintext connections",
                "without encryption", "without tls", "secure connection required", "secure connection is required",
                "unsecured", "upgrade your tls", "tls version",
                "encryption is mandatory", "encryption mandatory", "mandatory encryption", "tls is mandatory",
                "mandatory tls", "tls mandatory", "encryption is required", "insecure connection",
            ],
            Without = ["disconnected before"],
        },
        new("block.login", Sources.Rfc5321, MailBlock, Soft, Policy)
        {
            Any =
            [
                "authentication required", "resolver.rst.authrequired", "authrequired", "authentication is required",
                "must authenticate", "must be authenticated", "smtp authentication", "smtp auth", "auth required",
                "not authenticated", "authenticate first", "authentication failed", "authentication failure",
                "authentication unsuccessful", "authentication credentials", "bad credentials", "invalid credentials",
                "username and password", "please log in", "please login", "pop before smtp", "check mail first",
                "must login", "requires authentication", "require authentication", "authorization failed",
                "authorization required", "authentification requise", "client was not authenticated", "anonymous",
                "auth failed", "authentication turned on", "authentification invalide", "incorrect authentication",
                "failed to authenticate", "application specific password", "password required", "incorrect password",
                "authentication error", "auth error", "log in to", "sign in",
            ],
        },
        new("block.connection-refused", Sources.Rfc5321, MailBlock, Soft, SenderIp)
        {
            Any = ["connection refused", "connections refused", "connection is refused", "connection was refused"],
            Codes = [.. Enumerable.Range(500, 100)], // a server that says so has been reached
            WithoutStatus = true,
            Without = ["expired", "connect to", "connecting to", "socket error*", "errno", "port 25", "econnrefused"],
        },
        new("block.connection-refused-status", Sources.Rfc5321, MailBlock, Soft, SenderIp)
        {
            Any = ["connection refused", "connections refused", "connection is refused", "connection was refused"],
            Statuses = ["7"],
        },
        new("block.opening", Sources.Rfc5321, MailBlock, Soft, SenderIp)
        {
            Stages = [ReplyStage.Opening],
            Codes = [.. Enumerable.Range(400, 200)],
            Without = ["timed out", "timeout exceeded", "connection refused", "transaction failed"],
        },
    ];

    internal static readonly ImmutableArray<BounceRule> ByPolicy =
    [
        new("block.security", Sources.Gmail, MailBlock, Soft, Content)
        {
            Any =
            [
                "security issue", "security reasons", "security policy", "security violation", "security risk",
                "security threat", "potential security", "security problem", "suspicious content",
                "suspicious message", "suspicious", "mailguard", "threat",
            ],
        },
        new("block.policy", Sources.Postfix, MailBlock, Soft, Policy)
        {
            Any =
            [
                "policy", "policies", "aup", "aup*", "pol p*", "pol t*", "cxsndr", "cxsmtp", "send email to yourself",
                "send mail to yourself", "redundant", "administrative prohibition", "administratively",
                "by administrator", "by the administrator", "by an administrator", "prohibited", "prohibits",
                "access denied", "access is denied", "access not allowed", "accessdenied", "permission denied",
                "no permission", "not have permission", "unauthorized", "not authorized", "not authorised",
                "not permitted", "not permited", "disallowed", "forbidden", "restricted", "restriction",
                "restrictions", "blocked", "blocks", "blocking", "bloque", "bloques", "bloquee", "blockiert",
                "gesperrt", "bloqueado", "bloqueada", "bloccato", "заблокирован*", "banned", "denied", "declined",
                "message rejected", "mail rejected", "email rejected", "messages rejected", "rejected for",
                "rejected due", "reject due", "rejected because", "reject by", "rejecting", "rejected message",
                "message was not accepted", "not accepted", "message not allowed", "message refused", "mail refused",
                "refuses to accept", "refused to talk to me", "will not accept", "not accepting", "not accept",
                "not allowed", "not acceptable", "message denied", "delivery not authorized", "notauthorized",
                "not welcome", "go away", "not wanted", "not willing", "dont want", "do not want", "terms of service",
                "violation", "violates", "violate", "abuse", "abusive", "fraud*", "firewall", "filtered",
                "custom rule", "transport rule", "transportrules*", "rule imposed", "allowed senders list",
                "restrictedtorecipients*", "trusted senders", "confirm your",
                "acces refuse", "message refuse", "mail rejete", "message rejete", "rejete", "refuse", "abgelehnt",
                "abgewiesen", "verweigert", "rechazado", "denegado", "rejeitada", "rejeitado", "recusada", "recusado",
                "rifiutato", "respinto", "odrzucon*", "отклонен*", "отказано", "запрещен*", "*拒绝*", "*拒収*", "*被拒*",
                "*受信拒否*", "no permit", "recipient preferences", "organizational settings", "organisational settings",
                "low priority", "security regulations", "required standards", "permanently deferred",
                "is protected by", "user refuses", "user refused", "only accepting mail from", "does not accept email",
                "doesnt accept email", "requires that you verify", "requires verification", "not have permissions",
                "authenticat*", "unauthenticat*", "authentif*", "connection denied", "refuses to receive",
                "do not accept email", "not accept email", "confidential", "data loss*", "dlp", "wont accept",
                "out of allow", "black mail", "known senders", "verification failed", "verification failure",
                "not advertised", "receive your mail before", "receive your mail before sending",
                "account is not allowed", "*被禁止*",
                "content restrictions", "content restriction", "content policy", "content policies",
                "synchronization error", "synchronisation error", "protocol synchronization", "unacceptable content",
                "auto forwarded", "auto forward", "external forwarding", "отклонил*",
            ],
            Without =
            [
                "not accepting network messages", "insufficient system", "temporary system problem",
                "due to temporary",
            ],
        },
    ];
}
