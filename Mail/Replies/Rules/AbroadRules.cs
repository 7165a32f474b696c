using System.Collections.Immutable;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Replies.Rules;

/// <summary>Pairs as in <see cref="PairRules"/>, in the languages that receivers answer in beside English.</summary>
internal static class AbroadRules
{
    private static readonly string[] Mailbox =
    [
        "user", "utilisateur", "destinataire", "boite", "adresse", "compte", "messagerie", "benutzer", "nutzer",
        "empfanger", "empfaenger", "empfangers", "postfach", "postfachs", "mailbox", "konto", "emailadresse",
        "usuario", "destinatario", "buzon", "casilla", "cuenta", "direccion", "conta", "caixa", "endereco", "utente",
        "casella", "indirizzo", "uzytkownik", "użytkownik", "odbiorca", "odbiorcy", "adresat", "skrzynka", "konta",
        "prijemce", "uzivatel", "uzivatele", "schranka", "adresata", "gebruiker", "postvak", "ontvanger", "anvandare",
        "mottagare", "bruker", "mottaker", "bruger", "modtager", "felhasznalo", "postafiok", "cimzett", "kullanici",
        "alici", "utilizatorul", "utilizator", "destinatarul", "пользователь", "пользователя", "получатель",
        "получателя", "получателю", "ящик", "ящика", "адрес", "адресат", "адреса", "абонент", "користувач",
        "одержувач", "скринька", "*收件人*", "*用户*", "*邮箱*", "*信箱*", "*使用者*", "*宛先*", "*ユーザ*", "*メールボックス*", "*メールアドレス*",
        "*アドレス*", "*受信者*", "*사용자*", "*수신자*", "*메일함*", "*편지함*",
    ];

    private static readonly string[] Sender =
    [
        "expediteur", "emetteur", "absender", "remitente", "remetente", "mittente", "nadawca", "nadawcy",
        "odesilatel", "отправитель", "отправителя", "*发件人*", "*寄件者*", "*送信者*", "*差出人*", "*발신자*", "ip", "helo",
        "domaine inconnu", "domain unbekannt", "unbekannte domain", "dominio desconocido", "dominio desconhecido",
    ];

    internal static readonly ImmutableArray<BounceRule> All =
    [
        new("abroad.full", Sources.Wording, MailboxFull, Soft, Recipient)
        {
            Any = Mailbox,
            With =
            [
                "plein", "pleine", "sature", "saturee", "quota", "voll", "uberfullt", "ueberfuellt", "uberschritten",
                "ueberschritten", "erschopft", "kontingent", "lleno", "llena", "cuota", "espacio", "capacidad",
                "cheio", "cheia", "lotada", "lotado", "cota", "espaco", "armazenamento", "piena", "pieno", "spazio",
                "esaurito", "esaurita", "capienza", "pelna", "pełna", "pelne", "przepelniona", "przepełniona",
                "przepelnione", "brak miejsca", "plna", "preplnena", "vol", "fullt", "fuld", "megtelt",
                "betelt", "dolu", "doldu", "kota", "plin", "plina", "переполнен", "заполнен", "полон", "квота",
                "квоты", "квоту", "нет места", "недостаточно места", "переповнена", "*已满*", "*已滿*", "*空间*",
                "*空間*", "*容量*", "*いっぱい*", "*一杯*", "*満杯*", "*용량*", "*가득*",
                "randvoll", "uberlaufen", "saturado", "saturada", "agotado", "agotada", "rebosa", "estourou",
                "esgotado", "esgotada", "superata", "superato", "zaplnena", "zaplneno", "*オーバー*", "*不足*",
            ],
            Without = Sender,
        },
        new("abroad.disabled", Sources.Wording, InvalidRecipient, Soft, Recipient)
        {
            Any = Mailbox,
            With =
            [
                "desactive", "desactivee", "suspendu", "suspendue", "inactif", "inactive", "ferme", "fermee", "bloque",
                "deaktiviert", "gesperrt", "inaktiv", "stillgelegt", "geschlossen", "desactivado", "desactivada",
                "suspendido", "suspendida", "deshabilitada", "deshabilitado", "bloqueada", "bloqueado", "cancelada",
                "cancelado", "desativada", "desativado", "inativa", "inativo", "suspensa", "suspenso", "disabilitata",
                "disabilitato", "disattivata", "disattivato", "sospesa", "sospeso", "bloccata", "zablokowane",
                "zablokowana", "zablokowany", "nieaktywne", "nieaktywna", "zablokovana", "заблокирован",
                "заблокирована", "отключен", "отключена", "неактивен", "неактивна", "приостановлен", "закрыт",
                "*停用*", "*禁用*", "*冻结*", "*锁定*", "*停止されて*", "*無効*", "*비활성*", "*정지*", "*휴면*",
            ],
            Without = Sender,
        },
        new("abroad.missing", Sources.Wording, InvalidRecipient, Hard, Recipient)
        {
            Any = Mailbox,
            With =
            [
                "inconnu", "inconnue", "inexistant", "inexistante", "introuvable", "invalide", "n existe pas",
                "nexiste pas", "n existe plus", "nexiste plus", "pas valide", "unbekannt", "unbekannter",
                "nicht bekannt", "nicht vorhanden", "nicht gefunden", "existiert nicht", "ungultig", "gibt es nicht",
                "nicht gultig", "desconocido", "desconocida", "no existe", "inexistente", "no encontrado",
                "no encontrada", "no valida", "no valido", "invalido", "invalida", "no registrado", "no esta",
                "desconhecido", "desconhecida", "nao existe", "nao encontrado", "nao encontrada", "nao cadastrado",
                "sconosciuto", "sconosciuta", "inesistente", "non esiste", "non presente", "non trovato",
                "non trovata", "non valido", "non valida", "nie istnieje", "nie znaleziono", "nieznany",
                "nieprawidlowy", "nieprawidłowy", "neexistuje", "nenalezen", "neznamy", "neznama", "niet gevonden",
                "bestaat niet", "onbekend", "finns inte", "okand", "finnes ikke", "ukjent", "findes ikke", "ukendt",
                "ismeretlen", "nem letezik", "bulunamadi", "mevcut degil", "gecersiz", "nu exista", "necunoscut",
                "не существует", "не найден", "не найдена", "неизвестен", "неизвестный", "не зарегистрирован",
                "нет такого", "несуществующий", "такого нет", "не існує", "не знайдено", "*不存在*", "*未找到*", "*找不到*",
                "*无效*", "*無效*", "*没有*", "*存在しま*", "*見つか*", "*いません*", "*ありません*", "*不明*", "*없는*", "*없습니다*",
            ],
            Without = Sender,
        },
        new("pair.recipient-missing-abroad", Sources.Wording, InvalidRecipient, Hard, Recipient)
        {
            Any =
            [
                "inconnu", "inconnue", "inexistant", "inexistante", "introuvable", "unbekannt", "unbekannter",
                "desconocido", "desconocida", "inexistente", "desconhecido", "desconhecida", "sconosciuto",
                "sconosciuta", "errato", "nessun utente", "nie ma takiego", "nie ma takiej", "brak uzytkownika",
                "brak użytkownika", "nieznany", "onbekend", "okand", "ukjent", "ukendt", "tuntematon", "neznamy",
                "neznama", "bulunamadi", "неизвестен", "не существует", "не найден", "*不存在*",
            ],
            Without =
            [
                "domaine", "domain", "dominio", "domene", "host", "hote", "serveur", "servidor", "server", "fehler",
                "erreur", "error", "errore", "erro", "expediteur", "absender", "remitente", "remetente", "mittente",
                "домен", "отправитель", "*域名*",
            ],
        },
        new("abroad.too-large", Sources.Wording, GenericBounce, Soft, Content)
        {
            Any =
            [
                "message", "messages", "courrier", "piece jointe", "nachricht", "mail", "anhang", "mensaje", "correo",
                "mensagem", "messaggio", "wiadomosc", "wiadomość", "zprava", "письмо", "письма", "сообщение",
                "сообщения", "*邮件*", "*郵件*", "*信件*", "*メッセージ*", "*メール*", "*메시지*",
            ],
            With =
            [
                "trop gros", "trop volumineux", "trop grand", "taille", "zu gross", "zu groß", "grosse", "größe",
                "demasiado grande", "tamano", "muito grande", "tamanho", "troppo grande", "dimensione", "dimensioni",
                "zbyt duza", "zbyt duża", "rozmiar", "prilis velka", "velikost", "слишком большое", "слишком велико",
                "размер", "*太大*", "*过大*", "*過大*", "*大小*", "*サイズ*", "*크기*",
            ],
            Without = Mailbox,
        },
        new("abroad.spam", Sources.Wording, SpamContent, Soft, Content)
        {
            Any =
            [
                "*垃圾*", "спама", "спамом", "спаме", "вирус", "вирусы", "pourriels", "indesirables", "unerwunscht",
                "no solicitado", "nao solicitado", "indesejado", "indesejada", "indesiderato", "niechciana", "spamem",
                "nevyzadana", "*病毒*", "*ウイルス*", "*ウィルス*", "*스팸*", "*바이러스*",
            ],
        },
    ];
}
