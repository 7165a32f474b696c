using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>The mailbox does not exist, or not any more.</summary>
internal static class RecipientRules
{
    internal const string NotAccepting = "recipient.not-accepting";

    internal static readonly ImmutableArray<BounceRule> All =
    [
        new("recipient.filtered", Sources.Docomo, MailBlock, Soft, Policy)
        {
            Any = RecipientPhrases.Unknown,
            Stages = [ReplyStage.Content],
            Without = ["5.1.1", "recipnotfound", "unrouteable address"],
            Statuses = ["0", "2", "3", "5", "7"],
        },
        new("recipient.filtered-without-status", Sources.Docomo, MailBlock, Soft, Policy)
        {
            Any = ["user unknown", "unknown user", "no such user"],
            Stages = [ReplyStage.Content],
            WithoutStatus = true,
        },
        new("recipient.moved", Sources.Rfc3463, InvalidRecipient, Hard, Recipient)
        {
            Any =
            [
                "has moved to", "user has moved", "has been moved to", "user moved", "mailbox has moved",
                "recipient has moved", "has changed address", "address has changed", "has a new address",
                "new address is", "address has been replaced", "please use the new address", "has been replaced by",
                "moved; new address", "changed his address", "email has moved",
            ],
        },
        new("recipient.unrouteable", Sources.Exim, DnsFailure, Soft, BounceScope.Domain)
        {
            Any = ["unrouteable address", "unroutable address"],
            WithoutCode = true,
        },
        new("recipient.certain", Sources.Wording, InvalidRecipient, Hard, Recipient)
        {
            Any =
            [
                "resolver.adr.recipnotfound", "resolver.adr.recipientnotfound", "resolver.adr.exrecipnotfound",
                "not listed in domino directory", "not listed in public name", "nicht im domino verzeichnis",
                "recipient not found by smtp address lookup", "invalid final delivery userid", "no longer employed",
                "mailbox no longer exists", "account has been deleted", "account no longer exists",
                "mailbox has been deleted", "address no longer exists", "user no longer exists",
                "recipient no longer exists", "not our customer", "not our user",
            ],
            Without = ["try again later", "temporarily"],
            IsProof = true,
        },
        new("recipient.malformed", Sources.Rfc3463, InvalidRecipient, Hard, Recipient)
        {
            Any =
            [
                "malformed recipient", "malformed address", "invalid character*", "illegal character*",
                "characters in address", "character in address", "characters in local part", "character in local part",
                "in local part", "bad address syntax", "recipient syntax", "recipient address syntax",
                "address syntax", "invalid address format", "address format", "bad recipient syntax", "rcpt syntax",
                "syntax of recipient", "syntax of the recipient", "syntax of rcpt", "syntax error in rcpt",
                "mailbox syntax", "address malformed", "address is malformed", "address not well formed",
                "address is not well formed",
                "syntax error in recipient", "syntax error in address", "invalid local part",
            ],
            Statuses = ["1.3"],
        },
        new("recipient.malformed-without-status", Sources.Exim, InvalidRecipient, Hard, Recipient)
        {
            Any =
            [
                "malformed recipient", "restricted characters in address", "restricted characters in",
                "characters in local part", "character in local part", "bad recipient address syntax",
                "bad recipient syntax", "invalid recipient syntax", "invalid recipient address syntax",
                "recipient address syntax", "recipient address is malformed", "syntax error in recipient",
                "invalid address format", "local part is invalid", "invalid local part", "local part is too long",
                "local part too long",
                "malformed local part", "missing local part", "missing or malformed",
                "rcpt syntax", "syntax of recipient", "syntax of the recipient", "syntax of rcpt",
                "syntax error in rcpt", "recipient address malformed", "rcpt to address malformed",
                "rcpt to is malformed", "recipient address is not well formed", "recipient address not well formed",
            ],
            Without = ["sender", "mail from", "reverse path", "header"],
        },
        new("recipient.disabled", Sources.Gmail, InvalidRecipient, Soft, Recipient)
        {
            Any =
            [
                "account is disabled", "account disabled", "mailbox disabled", "mailbox is disabled",
                "disabled recipient", "recipient disabled", "user disabled", "user is disabled",
                "account has been disabled", "account that you tried to reach is disabled", "disabled user",
                "disabled mailbox", "disabled account", "address is disabled", "address disabled",
                "address has been disabled", "mailbox has been disabled", "currently disabled", "temporarily disabled",
                "recipient is disabled", "mailbox inactive", "mailbox is inactive", "account inactive",
                "account is inactive", "user is inactive", "user inactive", "inactive user", "inactive mailbox",
                "inactive account", "inactive recipient", "recipient is inactive", "account is not active",
                "account not active", "user not active", "user is not active", "mailbox not active", "is not active",
                "not activated", "account is locked", "account locked", "temporary locked", "temporarily locked",
                "temporarily limited", "is terminated", "user terminated", "mailbox is locked", "mailbox locked",
                "account has been locked", "user is locked", "user locked", "account suspended",
                "account is suspended", "account has been suspended", "user suspended", "user is suspended",
                "suspended account", "mailbox suspended", "mailbox is suspended", "recipient suspended",
                "recipient is suspended", "been suspended", "account deactivated", "account is deactivated",
                "has been deactivated", "mailbox deactivated", "user deactivated", "deactivated mailbox",
                "deactivated due", "account is blocked", "account blocked", "mailbox is blocked", "mailbox blocked",
                "mailbox frozen", "mailbox is frozen", "account is frozen", "account frozen", "account expired",
                "account has expired", "mailbox expired", "mailbox has expired", "account closed", "account is closed",
                "account has been closed", "account terminated", "account cancelled", "account is unavailable",
                "account unavailable", "user account is unavailable", "has been discontinued", "mailbox discontinued",
                "email account that you tried to reach is inactive", "mailbox temporarily disabled", "out of service",
                "over thirty days", "service for this mailbox", "recipient has been blocked", "user is blocked",
                "account not available", "domain is not active", "domain has been disabled", "compte suspendu",
                "compte desactive", "boite desactivee", "compte bloque", "konto gesperrt", "postfach gesperrt",
                "konto deaktiviert", "postfach deaktiviert", "postfach ist gesperrt", "conta desativada",
                "conta suspensa", "conta bloqueada", "caixa postal bloqueada", "cuenta desactivada",
                "cuenta suspendida", "cuenta bloqueada", "buzon desactivado", "casella disabilitata",
                "casella sospesa", "utente disabilitato", "ящик заблокирован", "аккаунт заблокирован", "*邮箱被禁用*",
                "*账号被锁定*", "*帐号已停用*", "konto zablokowane", "конто отключен", "currently suspended",
                "temporarily suspended", "archived recipient", "destinataire archivee", "suspend the service",
                "user or domain is disabled", "mailbox was disabled", "account was disabled", "inactive email",
                "reach is inactive", "banned recipient", "deactivated", "unused account", "receiving disabled",
                "inbounds disabled", "not currently being accepted for this mailbox", "mailbox cannot be accessed",
                "status is locked", "administratively disabled", "administratively locked", "user hangup",
                "mailbox closed", "mailbox is closed", "dormant", "has been retired", "no longer subscribed",
                "service cancelled", "no longer being monitored", "mailbox has been blocked due", "expired mailbox",
                "expired account", "554 30 sorry", "never logged", "hasnt entered", "hasnt logged", "has not logged",
                "inactive on", "*accountdisabled*", "*userdisabled*",
                "not allowed to receive", "not permitted to receive", "may not receive", "not authorized to receive",
                "not able to receive", "cannot receive mail", "cannot receive email", "cannot receive messages",
                "cannot receive any", "is now disabled", "has lapsed", "account removed from service",
                "temporary address", "address has expired", "address expired", "mailbox abandoned",
                "mailbox has been closed", "account has been terminated", "blocked for non payment",
                "disabled or discontinued", "ceased to exist", "taken out of service", "switched off", "mail disabled",
                "mail is disabled", "no longer enabled",
                "not yet activated", "not yet active", "has not been activated", "to enable receiving",
                "to enable the receiving", "to reactivate", "must be reactivated", "must be re activated",
            ],
            Without =
            [
                "sender account", "your account", "your ip", "sending account", "delivery temporarily suspended",
                "your domain", "your service",
                "sender is", "sender has been", "sender was",
            ],
        },
        new("recipient.contradicted", Sources.Rfc3463, MailBlock, Soft, Policy)
        {
            Any = ["user unknown", "unknown user"],
            Statuses = ["2.0", "3", "7"],
            Stages = [ReplyStage.Unknown, ReplyStage.Content],
        },
        new(NotAccepting, Sources.Rfc3463, MailBlock, Soft, Policy)
        {
            Any = ["user unknown", "unknown user"],
            Statuses = ["2.1"], // the mailbox exists, whatever the words say
            Codes = [550, 553, 554],
            Stages = [ReplyStage.Unknown, ReplyStage.Content],
        },
        new("recipient.unknown", Sources.Wording, InvalidRecipient, Hard, Recipient)
        {
            Any = RecipientPhrases.Unknown,
            Without =
            [
                "domain not found", "unknown domain", "host not found", "host unknown", "unknown host",
                "no such domain", "domain does not exist", "nxdomain", "name server", "name service error",
                "too many invalid", "too many unknown", "verification in progress", "policy rejection",
                "lost connection with",
                "dns has no record",
            ],
        },
        new("recipient.unknown-abroad", Sources.Wording, InvalidRecipient, Hard, Recipient)
        {
            Any =
            [
                "destinataire inconnu", "destinataire invalide", "destinataire inexistant", "adresse inconnue",
                "adresse invalide", "adresse inexistante", "utilisateur inconnu", "boite inexistante",
                "boite aux lettres inexistante", "compte inexistant", "compte inconnu", "n existe pas", "nexiste pas",
                "adresse introuvable", "destinataire introuvable", "adresse d au moins un destinataire invalide",
                "empfanger unbekannt", "empfaenger unbekannt", "unbekannter empfanger", "unbekannter benutzer",
                "unbekannter nutzer", "benutzer unbekannt", "benutzer nicht gefunden", "empfanger nicht gefunden",
                "empfanger existiert nicht", "empfangeradresse existiert nicht", "adresse existiert nicht",
                "postfach existiert nicht", "konto existiert nicht", "existiert nicht", "konnte nicht gefunden werden",
                "wurde nicht gefunden", "adresse unbekannt", "ungultiger empfanger", "ungultige adresse",
                "destinatario desconocido", "usuario desconocido", "usuario no encontrado", "usuario no existe",
                "usuario inexistente", "usuario invalido", "cuenta no existe", "la cuenta no existe",
                "cuenta inexistente", "direccion no existe", "buzon no existe", "no existe",
                "destinatario no encontrado", "destinatario invalido", "no se encontro la direccion",
                "no se ha encontrado la direccion", "usuario nao encontrado", "usuario desconhecido",
                "conta inexistente", "conta nao existe", "nao existe", "destinatario inexistente",
                "destinatario nao encontrado", "endereco inexistente", "endereco nao encontrado",
                "caixa postal inexistente", "destinatario desconhecido", "utente sconosciuto", "utente inesistente",
                "utente non trovato", "casella inesistente", "indirizzo inesistente", "destinatario sconosciuto",
                "destinatario non valido", "non esiste", "indirizzo non trovato", "nie istnieje",
                "nieznany uzytkownik", "nieznany odbiorca", "nie znaleziono", "onbekende gebruiker", "bestaat niet",
                "onbekend adres", "niet gevonden", "okand anvandare", "ukjent bruker", "ukendt bruger",
                "tuntematon kayttaja", "finns inte", "findes ikke", "finnes ikke", "uzivatel neexistuje", "neexistuje",
                "neznamy uzivatel", "ismeretlen felhasznalo", "nem letezik", "kullanici bulunamadi",
                "boyle bir kullanici yok", "alici bulunamadi", "utilizator necunoscut", "nu exista",
                "пользователь не найден", "получатель не найден", "нет такого пользователя",
                "несуществующий пользователь", "неизвестный пользователь", "пользователь не существует",
                "адрес не существует", "ящик не существует", "почтовый ящик не найден", "*用户不存在*", "*收件人不存在*",
                "*邮箱不存在*", "*地址不存在*", "*帐号不存在*", "*账号不存在*", "*查無此人*", "*使用者不存在*", "*信箱不存在*", "*宛先が見つかりません*",
                "*ユーザーが存在しません*", "*存在しません*", "*見つかりません*", "*사용자를 찾을 수*", "*존재하지 않는*", "sonzai shimasen",
                "sonzai shinai", "nicht bekannt", "non esistente", "no se encuentra", "nincs felhasznalo",
                "nincs ilyen", "*없습니다*", "*いません*", "*没有该用户*", "*不存在*",
                "kein solcher", "keine solche adresse", "kein solches postfach", "kein benutzer", "kullanici yok",
                "boyle bir kullanici", "pas de boite", "aucun utilisateur", "aucun compte", "ningun usuario",
                "no hay ningun usuario", "nenhum usuario", "nessuna casella", "geen gebruiker", "ingen bruker",
                "ingen anvandare", "該当する*", "nema korisnika", "korisnik ne postoji", "uporabnik ne obstaja",
                "nepostojeci",
                "nest plus active", "nest plus valide", "nest plus valable", "a ete supprime",
                "a ete supprimee", "ete supprime", "wurde geloscht", "geloschtes postfach", "nicht mehr gultig",
                "nicht mehr vorhanden", "nicht mehr aktiv", "fue eliminada", "fue eliminado", "ha sido eliminada",
                "ha sido eliminado", "dada de baja", "foi removida", "foi removido", "foi excluida", "foi excluido",
                "e stata rimossa", "e stato rimosso", "e stata cancellata", "non e presente", "non e piu",
                "zostalo usuniete", "zostala usunieta", "zostało usunięte", "byla zrusena", "bestaat niet meer",
                "is verwijderd", "удален", "удалена", "с таким адресом нет", "таким адресом нет", "未找到*", "*已删除*",
                "*已注销*", "*削除され*",
                "ist nicht mehr aktiv",
            ],
        },
        new("recipient.exchange-blocks-unknown", Sources.Exchange, InvalidRecipient, Hard, Recipient)
        {
            Any = ["recipient address rejected access denied", "recipient addresses rejected access denied"],
        },
        new("recipient.address-rejected", Sources.Wording, InvalidRecipient, Soft, Recipient)
        {
            Any = ["address rejected"],
            Statuses = ["1.0"],
        },
        new("recipient.closed", Sources.Rfc3463, InvalidRecipient, Soft, Recipient)
        {
            Any = ["user", "mailbox", "recipient", "account", "addressee", "inbox"],
            With =
            [
                "not accepting", "does not accept", "doesnt accept", "cannot receive", "not receiving", "not accept",
            ],
            Statuses = ["2.1"],
            Codes = [.. Enumerable.Range(500, 100)],
            Without = ["from you", "your", "policy", "rate", "spam", "messages per", "too many"],
        },
        new("recipient.unavailable", Sources.Rfc5321, InvalidRecipient, Hard, Recipient)
        {
            Any = ["mailbox unavailable", "mailbox is unavailable"],
            Codes = [.. Enumerable.Range(500, 100)],
            Without =
            [
                "greylist*", "graylist*", "blocked", "policy", "reject due", "spam", "blacklist*", "reputation",
                "banned", "denied",
            ],
        },
        new("recipient.unavailable-without-code", Sources.Rfc5321, InvalidRecipient, Soft, Recipient)
        {
            Any = ["mailbox unavailable", "mailbox is unavailable"],
            WithoutCode = true,
            Without = ["temporarily", "try again", "busy", "access denied", "denied", "policy", "spam"],
        },
        new("recipient.not-there-status", Sources.Rfc3463, InvalidRecipient, Hard, Recipient)
        {
            Any = RecipientPhrases.NotThere,
            Statuses = ["1.1"],
            Without = ["is disabled", "is inactive", "unavailable", "try again", "temporarily", "has changed"],
        },
        new("recipient.not-there", Sources.Wording, InvalidRecipient, Soft, Recipient)
        {
            Any = RecipientPhrases.NotThere,
            Without = ["servname"],
        },
        new("recipient.moved-status", Sources.Rfc3463, InvalidRecipient, Hard, Recipient)
        {
            Statuses = ["1.6"],
        },
    ];

    /// <summary>Little is said: what says more comes before.</summary>
    internal static readonly ImmutableArray<BounceRule> Weak =
    [
        new("recipient.none-valid", Sources.Exim, InvalidRecipient, Soft, Recipient)
        {
            Any =
            [
                "no valid recipients", "no valid recipient", "no recipients accepted", "none of the recipients",
                "all recipients were invalid", "all recipients are invalid", "all recipients rejected",
                "no acceptable recipients",
            ],
            Without = ["blocked", "policy", "client", "sender", "rate", "limit"],
            IsWeak = true,
        },
        new("recipient.rejected-alone", Sources.Wording, InvalidRecipient, Soft, Recipient)
        {
            Any = ["recipient rejected"],
            Statuses = ["7.1"],
            Without =
            [
                "policy", "policies", "due to", "because", "blocked", "denied", "sender", "your", "client", "ip",
                "access", "restricted", "rule", "abuse", "filter", "spf", "dmarc", "dkim",
            ],
        },
        new("recipient.said-at-rcpt", Sources.Rfc5321, InvalidRecipient, Soft, Recipient)
        {
            Any =
            [
                "not used", "unknown", "invalid", "not found", "not exist", "does not exist", "doesnt exist",
                "no such", "wrong", "nonexistent", "no longer", "not valid", "not known", "not here", "incorrect",
                "not recognized", "not recognised", "bad address", "unused", "unrecognized", "dosnt exist",
                "undeliverable",
            ],
            Stages = [ReplyStage.Recipient],
            Without =
            [
                "sender", "your", "mail from", "domain", "helo", "client", "spf", "dkim", "dmarc", "relay", "rejected",
                "blocked", "policy", "try again", "temporarily", "later", "retry", "header", "certificate",
                "parameter", "option", "dns", "reason", "access", "authentication",
            ],
        },
    ];
}
