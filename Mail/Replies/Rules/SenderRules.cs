using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>What is wrong is the sender, or who the sender claims to be. Never the recipient's fault.</summary>
internal static class SenderRules
{
    internal static readonly ImmutableArray<BounceRule> All =
    [
        new("sender.login-failed", Sources.Postfix, MailBlock, Soft, BounceScope.System)
        {
            Any = ["sasl authentication failed", "sasl login failed", "sasl auth failed"],
            IsAboutQuotation = true,
        },
        new("sender.call-back", Sources.Exim, MailBlock, Soft, Policy)
        {
            Any =
            [
                "sender verify", "sender verification", "sender callout",
                "sender address verification", "postmaster verification", "verify sender", "verifying sender",
                "sender callout verification", "sender callback", "callback to sender", "call back to sender",
                "sender callback verification", "verification failed for", "return path verification",
                "callback setup failed", "callout setup failed", "callback verification failed for", "refuse bounces",
                "refuses bounces", "rejects bounces",
            ],
            Without = ["sender verification in progress"],
            IsAboutQuotation = true,
        },
        new("sender.not-authenticated", Sources.Rfc7372, MailBlock, Soft, Policy)
        {
            Any =
            [
                "spf", "dkim", "dmarc", "domainkeys", "sender id", "sender policy framework",
                "authentication checks failed", "sender is unauthenticated", "unauthenticated email",
                "unauthenticated mail", "does not pass authentication", "failed authentication checks",
                "sender authentication", "email authentication", "authentication requirements",
                "not authenticated to send", "fails authentication", "domain authentication",
                "message could not be authenticated", "authentication checks", "pass authentication",
                "sender not authenticated", "not pass authentication", "unauthenticated sender",
            ],
            Without =
            [
                "duplicate header", "spam detected", "is spam", "as spam", "spam score",
                "client was not authenticated",
                "behaviour spam", "behavior spam", "antispam checks", "is probably spam",
            ],
        },
        new("sender.reverse-dns", Sources.Postfix, MailBlock, Soft, SenderIp)
        {
            Any =
            [
                "reverse dns", "rdns", "aup dns", "cxdns", "dns p1", "dns p2", "dns t1", "invalid dns mx or", "ptr",
                "ptrs", "reverse lookup", "reverse hostname", "reverse name", "reverse address", "reverse resolution",
                "reverse host", "fcrdns", "reverse record", "no reverse", "reverse dns lookup", "reverse entry",
                "reverse mapping", "client host rejected cannot find your hostname", "cannot find your hostname",
                "cannot find your reverse hostname", "cant find your hostname", "could not find your hostname",
                "cannot resolve your ip", "cannot resolve your address", "cannot resolve your domain",
                "ip address has no", "ip name possibly forged", "forged hostname", "ip name lookup failed",
                "in addr.arpa", "generic hostname", "your ip address has no hostname", "name does not match address",
                "dns does not match", "forward confirmed", "forward and reverse", "corresponding forward dns",
                "forward dns entry", "match the ip address of the hostname", "point to the sending ip",
                "dns check failure", "client dns", "relay host name", "unresolvable relay", "unverifyable sending",
                "mismatches client ip", "mismatch client ip", "match your ip", "host name does not match",
                "hostname does not match",
                "your hostname does not", "your hostname doesnt", "your hostname could not", "your hostname cannot",
                "your hostname is not", "your hostname did not", "your host name does not", "your host name could not",
                "your host name cannot", "no ptr", "hostname for your ip", "name for your ip", "dns for your ip",
                "resolve your ip", "resolve your address", "resolve your hostname", "resolve your host", "rdns lookup",
            ],
        },
        new("sender.dynamic-address", Sources.Wording, MailBlock, Soft, SenderIp)
        {
            Any =
            [
                "dynamic ip", "dynamic address", "dynamic addresses", "dynamically assigned", "dynamic pool",
                "dynamic range", "residential ip", "residential address", "dialup", "dial up", "dynamic host",
                "smtp server of your isp", "smtp relay of your isp", "isps mail server", "your isps smtp",
                "your isps mail", "isps relay", "use your providers", "your providers mail server", "dsl pool",
            ],
            Without = ["spam", "spamhaus", "*spamhaus*", "*sorbs*"],
        },
        new("sender.hello", Sources.Rfc5321, MailBlock, Soft, SenderIp)
        {
            Any =
            [
                "helo command rejected", "ehlo command rejected", "invalid helo", "bad helo", "helo name", "ehlo name",
                "invalid ehlo", "helo rejected", "ehlo rejected", "helo hostname", "in helo", "in ehlo",
                "helo argument", "ehlo argument", "helo host", "fake helo", "forged helo", "helo ehlo", "your helo",
                "my name was rejected", "bad or missing ehlo", "helo required", "helo has been", "send hello first",
                "polite people say helo", "helo mismatch", "helo does not", "ehlo does not", "helo should",
                "ehlo should", "helo must", "ehlo must", "should be a fqdn", "must be a fqdn", "host impersonating",
                "helo is", "ehlo is", "helo was", "helo cannot", "helo string", "ehlo string", "invalid hello",
            ],
            Without = ["improper sequence"],
        },
        new("sender.not-a-member", Sources.GoogleGroups, MailBlock, Soft, Policy)
        {
            Any =
            [
                "not a member of", "members only", "only members", "permission to post", "not permitted to post",
                "not allowed to post", "only subscribers", "not subscribed to", "not open to posting",
                "berechtigt sind", "berechtigungen haben um der gruppe", "permisos necesarios para publicar",
                "autorisation de publier", "autorisations necessaires pour publier", "permissao para postar",
                "permissao para publicar", "autorizzazione per pubblicare", "restricted to members", "non member",
                "groups.google.com", "posting to this list", "not on the list of allowed",
                "message was not accepted by the list", "mailing list members", "poster is not", "closed mailing list",
                "closed list", "allowable number of posts", "list is closed", "subscribers only",
                "registered users", "list members", "members of this list", "members of the list",
            ],
        },
        new("sender.refused", Sources.Postfix, MailBlock, Soft, Policy)
        {
            Any =
            [
                "sender address rejected", "sender rejected", "sender was rejected", "sender denied", "sender refused",
                "sender not allowed", "sender is not allowed", "sender blocked", "sender is blocked",
                "sender has been blocked", "blocked sender", "domain of sender address", "domain of sender",
                "senders domain", "sender domain", "sending domain", "sender verify failed", "sender verify",
                "sender verification", "verify sender", "verifying sender", "sender address does not",
                "sender address is", "senders address", "sender address verification", "invalid sender", "bad sender",
                "unknown sender", "sender unknown", "sender not authorized", "sender is not authorized",
                "sender unauthorized", "unauthorized sender", "sender not accepted", "sender invalid", "sender ip",
                "sender is invalid", "sender is not", "sender does not", "sender doesnt", "emetteur invalide",
                "expediteur refuse", "expediteur rejete", "adresse expediteur", "adresse d expedition",
                "absender abgelehnt", "absenderadresse", "remitente rechazado", "remitente bloqueado",
                "remetente rejeitado", "remetente bloqueado", "mittente rifiutato", "mittente bloccato",
                "mail from not owned", "not owned by user", "not owned by auth user", "spoof*", "forged sender",
                "forged mail", "forged from", "address you are sending from", "mail from domain", "mail from address",
                "mail from must", "mail from is", "from address", "from domain", "envelope from", "envelope sender",
                "backscatter", "null sender", "empty sender", "empty envelope", "bounces are not accepted",
                "backscatter protection", "access denied for sender", "sent from your address", "send mail as",
                "from this sender", "mail from you", "mail from your", "from header", "sender email address",
                "domain in the sender", "user is not allowed to send", "you are not allowed to send",
                "not authorized to send from", "not allowed to send from", "not permitted to send from",
                "unqualified sender", "not authorized to send", "sendernotauthorized", "sender not verified",
                "unverified sender", "unresolvable sender", "senderbase", "invalid return",
                "sender because", "batv", "purported responsible", "bogus mail from", "third party dsns",
                "unsigned dsn", "sender isnt", "list of senders", "from specific email addresses",
                "from specific senders", "fully qualified email address", "pre approved", "senderfilterconfig*",
                "unroutable sender", "mailfrom", "mail from refused", "email is not in my domain",
                "mismatched with message header", "different address or alias", "sender is rejected",
                "registered gateway user", "private list", "senderfilter*", "sender list", "fake sender",
                "denies the sender", "unvalidated", "your domain has no", "return mx", "sender not in",
                "for envelope sender",
                "sender has no", "message sending for this account", "sending for this account",
                "domain may not exist or dns check failed", "dns check failed", "legitimate bounces",
                "bounces are never", "bounces never", "reverse path not accepted", "null reverse path",
                "empty reverse path", "null return path", "empty return path", "sender domain must",
                "blocked by the recipient", "blocked by recipient", "blocked you", "blocked by user",
                "blocked by the user", "sending denied", "mail sending denied", "cannot verify sender",
                "verify mailfrom", "mail from command rejected", "mail from rejected", "domain you are sending from",
                "may not send", "not send mail for", "not allowed to send mail", "not permitted to send",
                "your sender address", "your sender domain", "verify your sender", "your sender", "unwanted sender",
                "undesired sender", "sender not welcome", "sender is unwanted", "not wish to receive",
                "doesnt wish to receive", "refuses your", "does not want your", "does not want mail from you",
                "does not want mail from your",
                "domain in mail from", "domain of mail from", "domain in the mail from", "your identity",
                "rule imposed mailbox access", "outgoing email disabled", "outgoing mail disabled",
            ],
            Without =
            [
                "senderbase reputation", "sender reputation", "senders reputation", "mailbox full",
                "invalid recipient", "user unknown", "over quota", "*spamhaus*", "relay access denied", "spam",
                "virus", "internal senders", "trusted senders", "authenticated senders", "allowed senders list",
                "not from you", "valid address in the from", "multiple addresses in from", "rfc 5321 address",
                "rfc 5322", "missing from header", "valid address in from", "no from header",
            ],
        },
        new("sender.must-resolve", Sources.Wording, MailBlock, Soft, Policy)
        {
            Any =
            [
                "must resolve", "must be resolvable", "must be resolved", "must have an mx", "must have a valid mx",
                "must have mx", "must have a valid dns", "must have valid dns", "must have dns", "must be in dns",
                "must be in the dns", "domain name required", "domain required", "requires a resolvable",
                "must be a valid domain", "must be a resolvable", "must have an a", "domain that resolves",
                "domain which resolves",
            ],
            Without = ["recipient", "recipients", "rcpt", "destination"],
        },
        new("sender.unknown-user", Sources.Rfc5321, MailBlock, Soft, Policy)
        {
            Any =
            [
                "does not exist", "not exist", "doesnt exist", "user unknown", "unknown user", "not found",
                "no such user", "host unknown", "unknown host", "domain not found", "domain unknown",
                "unknown domain", "cannot resolve", "invalid domain",
            ],
            Stages = [ReplyStage.Mail],
        },
        new("sender.address-status", Sources.Rfc3463, MailBlock, Soft, Policy)
        {
            Statuses = ["1.7", "1.8"],
        },
    ];
}
