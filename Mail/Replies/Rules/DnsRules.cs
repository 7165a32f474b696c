using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>No connection to the target's server could be made: no such domain, or no way to it for now.</summary>
internal static class DnsRules
{
    internal static readonly ImmutableArray<BounceRule> Gone =
    [
        new("dns.account-or-domain", Sources.Barracuda, DnsFailure, Soft, Domain)
        {
            Any = ["account or domain may not exist", "missing the proper dns entries"],
        },
        new("dns.looked-up-by-google", Sources.Gmail, DnsFailure, Soft, Domain)
        {
            Any = ["dns type mx lookup", "dns type a lookup", "dns type aaaa lookup"], // reported with a 4.x.x
        },
        new("dns.null-mx", Sources.Rfc7505, DnsFailure, Hard, Domain)
        {
            Any =
            [
                "null mx", "nullmx", "domain does not accept mail", "domain accepts no mail",
                "domain does not receive mail", "recipient domain does not accept", "domain never accepts mail",
                "host does not accept mail", "does not accept mail nullmx",
                "is a null record",
            ],
            Without = ["accept mail from", "receive mail from", "accepts no mail from", "sender"],
            IsProof = true,
        },
        new("dns.no-such-domain", Sources.Postfix, DnsFailure, Hard, Domain)
        {
            Any =
            [
                "host unknown", "unknown host", "host not found", "domain not found", "domain does not exist",
                "domain doesnt exist", "domain not exist", "no such domain", "unknown domain", "domain unknown",
                "domain name not found", "domain is unknown", "nxdomain", "infodomainnonexistent",
                "name or service not known", "couldnt find any host", "couldnt find a mail exchanger",
                "could not find any host", "non existent domain", "nonexistent domain", "non existent host",
                "nonexistent host", "non existent hosts", "has no mx", "no mx record", "no mx records", "no mx or a",
                "no mx found", "no mx host", "no mail exchanger", "no mail exchangers", "no mx entry", "no a or mx",
                "no valid mx", "has no mail server", "unrouteable mail domain", "unrouteable domain",
                "unroutable domain", "mail domain not found", "mail domain does not exist",
                "bad destination system address", "bad destination host", "bad destination domain", "illegal host",
                "invalid destination domain", "domain couldnt be found", "domain could not be found",
                "domain wasnt found", "domain invalid", "no such host", "host does not exist", "hostname not found",
                "host name not found", "dns domain", "mail host not found", "host or domain not found",
                "domain has no", "no dns entry", "no dns record", "no dns records", "domain cannot be found",
                "domain has expired", "recipient domain not found", "no address associated", "no data record",
                "domain doesnt have", "domain does not have", "domaine inconnu", "domaine inexistant",
                "domain inexistant", "domaine introuvable", "domain existiert nicht", "domane existiert nicht",
                "unbekannte domain", "unbekannter host", "dominio inexistente", "dominio no existe",
                "dominio desconocido", "dominio nao encontrado", "dominio inesistente", "домен не найден",
                "домен не существует", "*域名不存在*", "domain must exist", "find the recipient domain",
                "find recipient domain", "no route found to domain", "host name is unknown", "hostname is unknown",
                "invalid host name", "invalid hostname", "any mail exchanger", "domain retired", "domain is retired",
                "domain no longer in use", "indicated no smtp service", "domain part of the address is unknown",
                "no dns information", "no mail server found", "no mail servers found",
                "destination server for this recipient could not be found",
                "invalid address domain", "no such mail domain", "mail domain unknown", "unknown mail domain",
                "unknown mail host", "unknown mail server", "no mail exchange", "domain non existent",
                "nonexistentdomain", "domain nonexistent", "no a or mx records", "no mx or a record",
                "no mx or a records", "no a record and no mx", "neither mx nor a", "no mx nor a", "no mx or address",
                "no mail servers appear",
                "no a mx", "nowhere to deliver", "non existant domain", "nonexistant domain", "non existant host",
                "nonexistant host", "non existing domain", "nonexisting domain",
            ],
            Without =
            [
                "servfail", "temporary", "temporarily", "try again", "tempfail", "invalid domain name", "relay",
                "dnssec*", "your domain", "sender", "helo", "ehlo",
                "host or user", "user or host",
            ],
            IsProof = true,
        },
        new("dns.invalid-name", Sources.Wording, DnsFailure, Soft, Domain)
        {
            Any =
            [
                "invalid domain name", "illegal domain name", "bad domain name", "invalid domain", "dead domain",
                "invalid mail domain", "bad mail domain", "invalid recipient domain", "invalid domain part",
                "illegal domain", "malformed domain", "invalid domain in", "bad domain in",
            ],
            Stages = [ReplyStage.Unknown, ReplyStage.Recipient],
        },
        new("dns.recipient-domain", Sources.Wording, DnsFailure, Soft, Domain)
        {
            Any =
            [
                "recipients domain", "recipient domain", "domain of the recipient", "domain of the address",
                "domain of recipient", "destination domain", "domain part", "mail domain", "domain in recipient",
                "domain in the recipient", "domain in address", "domain in the address", "target domain",
                "email domain", "recipient address domain",
                "mx of", "mx record", "mx host",
                "domain in the email address", "domain in email address", "domain in this address",
                "domain of the email address", "domain of this address", "domain of that address",
                "domain for the address", "domain in that address", "domain name in the address",
                "domain name in the email address", "domain name of the address", "domain name of the recipient",
                "domain in this email address", "domain of this email address", "domain in that email address",
                "domain behind", "domain after",
            ],
            With =
            [
                "invalid", "not valid", "bad", "expired", "unknown", "not exist", "does not exist", "doesnt exist",
                "not be resolved", "cannot be resolved", "cant be resolved", "does not resolve", "doesnt resolve",
                "not resolve", "unresolvable", "not registered", "malformed", "wrong", "not recognized",
                "not recognised", "isnt valid", "nonexistent", "non existent", "misspelled", "lookup failed",
                "must resolve", "must be resolvable",
            ],
            Without =
            [
                "sender", "senders", "your", "from", "helo", "try again", "dmarc", "spf", "dkim", "hosted", "relay",
                "local", "blocked", "policy", "mailbox", "user", "reject list", "database",
            ],
        },
        new("dns.host-missing", Sources.Wording, DnsFailure, Soft, Domain)
        {
            Any =
            [
                "{host} does not exist", "{host} doesnt exist", "{host} not found", "{host} could not be found",
                "{host} couldnt be found", "{host} cannot be found", "{host} was not found", "{host} is unknown",
                "{host} is not found", "{host} non existent", "{host} nonexistent",
            ],
            Without =
            [
                "user", "mailbox", "recipient", "address", "account", "sender", "helo", "ehlo", "reverse", "ptr",
                "your", "from", "at", "email", "login", "person", "customer", "rdns", "servfail", "try again",
                "temporary", "temporarily",
            ],
        },
        new("dns.domain-missing-abroad", Sources.Wording, DnsFailure, Soft, Domain)
        {
            Any =
            [
                "domaine", "domain", "domane", "domaene", "dominio", "domena", "domeny", "domein", "домен", "домена",
                "*域名*", "*ドメイン*", "*도메인*",
                "domainname", "domanenname", "domain name", "nom de domaine", "nombre de dominio", "nome de dominio",
                "nome di dominio", "domeinnaam",
            ],
            With =
            [
                "n existe pas", "nexiste pas", "introuvable", "existiert nicht", "nicht gefunden", "no existe",
                "no encontrado", "nao existe", "nao encontrado", "non esiste", "non trovato", "nie istnieje",
                "nie znaleziono", "neexistuje", "bestaat niet", "не существует", "не найден", "*不存在*", "*找不到*",
                "*存在しま*", "*見つか*",
            ],
            Without =
            [
                "utilisateur", "boite", "adresse", "compte", "benutzer", "empfanger", "postfach", "konto", "usuario",
                "buzon", "cuenta", "direccion", "conta", "caixa", "endereco", "utente", "casella", "indirizzo",
                "uzytkownik", "odbiorca", "skrzynka", "uzivatel", "schranka", "gebruiker", "пользователь", "ящик",
                "адрес", "получатель", "expediteur", "absender", "remitente", "remetente", "mittente", "отправитель",
                "отправителя", "user", "mailbox", "*用户*", "*邮箱*", "*ユーザ*", "*宛先*",
            ],
        },
        new("dns.domain-not-found", Sources.Exchange, DnsFailure, Hard, Domain)
        {
            Any =
            [
                "couldnt be found", "could not be found", "cannot be found", "cant be found", "wasnt found",
                "was not found", "does not exist", "doesnt exist",
            ],
            With =
            [
                "the domain", "domain name", "destination domain", "recipient domain", "recipients domain",
                "mail domain", "email domain",
            ],
            Without = ["address", "user", "mailbox", "recipient", "account", "sender"],
        },
    ];

    internal static readonly ImmutableArray<BounceRule> ForNow =
    [
        new("dns.look-up-failed", Sources.Postfix, DnsFailure, Soft, Domain)
        {
            Any =
            [
                "host name lookup failure", "name lookup failed", "name server failure", "server failure", "servfail",
                "dns lookup failed", "dns lookup failure", "dns lookup error", "dns failure", "temporary dns failure",
                "dns error", "dns server", "dns query", "dns timeout", "dns problem", "name service error",
                "name server", "nameserver", "name resolution", "resolving error", "dns resolving", "hostname lookup",
                "lookup of", "unable to resolve", "could not resolve", "cannot resolve", "cant resolve",
                "couldnt resolve", "failed to resolve", "resolver error", "resolution failed", "no nameservers",
                "mx lookup", "mx records point to", "relevant mx records", "relevant mx",
                "couldnt find any host by that name", "host lookup did not complete", "host lookup failed",
                "host lookup", "domain lookup failed", "all mx", "lowest numbered mx", "best mx", "mx points to",
                "mx point to", "all relevant mx records", "no valid hosts", "no hosts found", "no usable mx",
                "cname lookup failed", "mx list", "domain lookup", "malformed or unexpected name server reply",
                "dnssec", "host not found", "domain not found", "host unknown", "unknown host",
                "domain is not reachable", "domain not reachable", "invalid mx record", "capable to receive mail",
                "has no address record", "is obsolete", "domain unavailable", "dns loop",
                "unable to get mx", "failed to get ips",
                "lookup failed for", "mx record lookup", "unable to look up", "could not look up", "cannot look up",
                "couldnt look up", "look up host", "could not be resolved", "cannot be resolved", "cant be resolved",
                "couldnt be resolved", "not be resolved", "host map", "dns timed out", "dns time out", "dns temporary",
                "dns lookups", "dns resolution", "dns resolver", "dns name", "no address record found",
                "unable to determine destination", "determine destination", "determine the destination",
                "no mail host", "mail host lookup", "mx resolution", "resolve mx", "resolve host", "resolve domain",
                "resolve the domain", "resolve hostname", "dns soft error", "dns hard error", "nameservers",
                "name servers", "all mxs", "tried all mx",
                "no mail hosts", "enotfound", "getaddrinfo", "querymx", "server misbehaving", "nodename nor servname",
                "eai again", "edns",
                "domain cant be reached", "domain cannot be reached", "domain could not be reached", "not in dns",
                "not in the dns", "no usable address", "mx host has", "no mail server for", "no mail servers for",
                "mx resolves", "resolves to 127.0.0.1", "no usable mail",
                "dns has no", "found in the dns", "found in dns", "determine mx", "determine the mx",
                "determine an mx", "no hosts to try", "no dns a data", "no dns mx data", "dns resolve", "dns resolve*",
                "no data by dns",
            ],
            Without = ["unexpected server failure", "internal server failure", "mail server failure"],
        },
        new("dns.no-connection", Sources.Postfix, DnsFailure, Soft, BounceScope.System)
        {
            Any =
            [
                "connection refused", "no route to host", "network is unreachable", "network unreachable",
                "network is down", "host is down", "actively refused", "refused connection", "refused the connection",
                "no route", "socket error code 10061", "conn refused", "econnrefused", "enetunreach", "ehostunreach",
                "unable to route", "verbindung abgelehnt", "connexion refusee", "conexion rechazada",
                "conexao recusada",
            ],
            Without =
            [
                "refused due to", "refused because", "abuse", "blocked", "policy", "blacklist*", "reputation",
                "mail from", "mismatches client ip", "server is busy", "server busy", "too busy",
            ],
        },
    ];
}
