using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>The target refuses external mail: for the domain, or for this one mailbox.</summary>
internal static class RelayRules
{
    internal static readonly ImmutableArray<BounceRule> All =
    [
        new("relay.denied", Sources.Postfix, RelayingDenied, Soft, Policy)
        {
            Any =
            [
                "relay access denied", "relaying denied", "relay denied", "relaying not permitted",
                "relay not permitted", "relaying not allowed", "relaying is not allowed", "relay not allowed",
                "unable to relay", "permitted to relay", "relay operation rejected", "relaying prohibited",
                "relaying is prohibited", "we do not relay", "we dont relay", "do not relay", "does not relay",
                "doesnt relay", "no relaying", "relaying mail to", "relaying temporarily denied", "relay is denied",
                "cannot relay", "cant relay", "can not relay", "allowed to relay", "authenticate to relay",
                "authenticate before relaying", "configured to relay", "insecure mail relay", "third party relay*",
                "unauthorized relay", "unauthorised relay", "relaying blocked", "relay not authorized",
                "relay rejected", "relay is not", "relaying refused", "relay refused", "relay forbidden",
                "relaying forbidden", "rejected relay", "attempt to relay", "relaying attempt", "relay attempt",
                "relaying through this server", "mail relay denied", "open relaying", "authorized to relay",
                "relaying is disabled", "authentication is required for relay", "relay authentication",
                "relay mail for", "relais refuse", "relais interdit", "relay verweigert", "relaying verweigert",
                "weiterleitung verweigert", "relay nicht", "relay negado", "relay no permitido",
                "relay non consentito", "relay non permesso", "relay nao", "no se permite el relay",
                "reenvio denegado", "relaytofobidden", "open relay", "as a relay", "credentials for relay",
                "host denies relay", "through this relay", "local user only", "local users only",
                "authorized for relay", "relay check", "required for relay",
                "no relay for", "no relay here", "relay mail through", "not relay for",
                "permission to relay", "authenticated to relay", "authorised to relay", "authorised for relay",
                "relay is prohibited", "relay prohibited", "relay restriction", "relay restrictions", "relay only for",
                "relay for authenticated", "not a relay", "not an open relay", "relay disabled", "relay is disabled",
                "relay disallowed", "no relay access", "relay not enabled", "will not relay", "wont relay",
                "refuse to relay", "refuses to relay",
                "only local users", "only local senders",
                "weiterleitung nicht erlaubt", "relais non autorise", "relay no autorizado", "relay nicht erlaubt",
                "relay nao permitido", "relay nao autorizado", "relay non autorizzato", "relay zabroniony",
                "log in to relay", "login to relay", "sign in to relay", "rights to relay", "right to relay",
                "relay rights",
                "relaying is for", "relaying is only", "relaying only", "relay of mail", "relay of messages",
                "relay of email",
            ],
        },
        new("relay.refused", Sources.Wording, RelayingDenied, Soft, Policy)
        {
            Any = ["relaying"],
            With =
            [
                "denied", "disallowed", "refused", "rejected", "forbidden", "prohibited", "required", "not allowed",
                "not permitted", "not authorized", "not authorised", "restricted", "disabled", "not possible",
                "not supported", "not enabled", "not available", "unauthorized", "illegal",
            ],
        },
        new("relay.foreign-domain", Sources.Qmail, RelayingDenied, Soft, Policy)
        {
            Any =
            [
                "list of allowed rcpthosts", "rcpthosts", "not a gateway", "domain not hosted here",
                "domain is not hosted", "not a local domain", "domain is not local", "is not one of our domains",
                "we do not accept mail for", "we dont handle mail for", "do not handle mail for",
                "not handle mail for", "not accept mail for this domain", "not a relay domain", "nonlocal recipient",
                "non local recipient", "non local domain", "no mail accepted for domain", "not hosted on this server",
                "domain not handled", "not responsible for domain", "not listed as a local domain",
                "we are not the mail server for", "non local email address", "not our domain",
                "for which this server is not responsible", "allowed rcpthost", "not local host",
                "specified domain is not allowed", "use this server for", "we do not serve", "not one of our domains",
                "not among our domains", "not handled by this server", "not serviced by this", "not served here",
                "not accept mail for that domain", "not accept mail for the domain", "not a mail exchanger for",
                "not an mx for", "no mail for this domain",
                "not a mail server for", "not the mail server for", "isnt the mail server for", "domain not local",
                "not local domain", "domain isnt local", "remote domains", "external domains are not",
                "not responsible for this domain", "not responsible for that domain", "not responsible for the domain",
                "not hosted at this server", "not hosted by this server", "delivery is not allowed to this address",
                "delivery not allowed to this address", "delivery to this address is not allowed",
                "deliver to external domain", "deliver to external domains", "deliver to remote",
                "delivery to external", "delivery to remote", "domain not served", "domain is not served",
                "domain is not handled", "domain not configured", "domain is not configured",
                "domain not accepted here", "domain is not accepted here", "no mail for that domain",
                "not our mail domain", "foreign domain", "domain not on this server", "domain is not on this server",
                "not local recipient", "recipient domain is not local", "not in our domain list",
                "locally hosted domains",
                "domain not hosted", "domain is not hosted here",
                "server is not responsible", "host is not responsible", "system is not responsible", "not mx for",
                "not the mx for", "our list of domains", "in list of domains", "not in our domains",
                "not among the domains", "not a domain of ours", "not a domain we",
                "domain not in our control", "domain is not in our control", "local domains only",
                "only for local domains", "for our own domains", "our own domains only",
                "host isnt local", "that isnt local", "recipient domain isnt local",
                "isnt hosted", "not hosted by us",
            ],
        },
        new("relay.no-mail-for-domain", Sources.Wording, RelayingDenied, Soft, Policy)
        {
            Any =
            [
                "dont accept mail for", "do not accept mail for", "not accept mail for", "not accepting mail for",
                "not accept email for", "dont accept email for", "not receive mail for", "dont handle email for",
                "not deliver mail for",
            ],
            Without =
            [
                "policy", "reason", "reasons", "a while", "now", "this user", "this account", "this mailbox", "spam",
                "minutes", "hours",
            ],
        },
        new("relay.not-verified", Sources.AmazonSes, RelayingDenied, Soft, Policy)
        {
            Any = ["email address is not verified", "identities failed the check", "address not verified"],
        },
        new("relay.internal-only-status", Sources.Exchange, RelayingDenied, Soft, Policy)
        {
            Statuses = ["7.133", "7.134", "7.136"],
        },
        new("relay.internal-only", Sources.Exchange, RelayingDenied, Soft, Policy)
        {
            Any =
            [
                "sendernotauthenticatedforgroup", "sendernotauthenticatedformailbox",
                "resolver.rst.sendernotauthenticatedforgroup", "resolver.rst.sendernotauthenticatedformailbox",
                "internal senders", "internal use only", "only accepts mail from people in its organization",
                "from outside the organization", "from outside your organization", "external senders",
                "external sender", "outside senders", "does not accept external mail", "not accept mail from outside",
                "not accept external", "not accept messages from outside", "cannot receive external",
                "internal mail only", "internal email only", "only internal", "authenticated senders",
                "intranet only", "not reachable from the internet", "may not be used from outside", "nur intern*",
                "interne uniquement", "external mail is not accepted",
                "outside mail", "restricted to internal",
                "external mail not permitted", "external mail not allowed", "external mail is not",
                "external messages are not", "accept mail from the internet", "accept email from the internet",
                "accept messages from the internet", "mail from the internet is not", "internal mailbox",
                "internal address only", "internal recipients only", "for internal use", "internal use",
                "people in its organization", "people in its organisation", "people within the organization",
                "people inside the organization",
                "internal only", "only colleagues", "staff only", "colleagues only", "employees only",
                "for staff inside",
            ],
        },
    ];
}
