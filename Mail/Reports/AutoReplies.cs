using System.Buffers;
using Actors.Mail.Parsing;
using Actors.Mail.Reports.Notices;

namespace Actors.Mail.Reports;

/// <summary>Tells answers of machines that stand for a person: RFC 3834, and the headers from before it.</summary>
internal static class AutoReplies
{
    private static readonly SearchValues<string> Subjects = SearchValues.Create(
        [
            "automatic reply", "auto reply", "auto-reply", "autoreply", "automatic response", "auto response",
            "autoresponse", "auto-response", "out of office", "out of the office", "vacation", "away from my mail",
            "automatische antwort", "abwesenheit", "réponse automatique", "respuesta automática",
            "risposta automatica", "automatisch antwoord", "autosvar", "自動応答", "自动回复", "automatická odpověď",
            "automatyczna odpowiedź", "odpowiedź automatyczna", "resposta automática", "automatiska atbilde",
            "automātiskā atbilde", "automaattinen vastaus", "automatisk svar", "automatikus válasz",
            "automatinis atsakymas", "automaatvastus", "răspuns automat", "otomatik yanıt", "автоответ",
            "автоматический ответ", "автоматична відповідь", "αυτόματη απάντηση", "자동 회신", "자동 응답", "自動返信", "自動回覆",
            "fuera de la oficina", "fora do escritório", "absence du bureau", "message d'absence", "fuori ufficio",
            "afwezig", "poza biurem", "frånvaro", "atvaļinājum",
        ],
        StringComparison.OrdinalIgnoreCase);

    internal static MailReport? Read(ParsedMail mail)
    {
        if (!IsAutoReply(mail.Headers))
            return null;
        var from = TypedValue.AddressOf(mail.Headers.Find("From"u8));
        return new MailReport(ReportKind.AutoReply, [new ReportedRecipient { Recipient = from }])
        {
            OriginalMessageId = OriginalMessage.IdOf(mail.Headers.Find("In-Reply-To"u8)),
        };
    }

    /// <summary>Whether a mailbox answers for a person: many servers mark bounces as automatic answers, too.</summary>
    internal static bool IsOfPerson(HeaderBlock headers) =>
        IsFirstIn(headers) || (IsAutoReply(headers) && !NoticeSigns.IsOfServer(headers));

    /// <summary>
    /// Whether the subject says so before it says that something bounced: either may quote the subject of the message.
    /// </summary>
    private static bool IsFirstIn(HeaderBlock headers)
    {
        var subject = headers.FindDecoded("Subject"u8).AsSpan();
        var at = subject.IndexOfAny(Subjects);
        return at >= 0 && !NoticeSigns.IsSubject(subject[..at]);
    }

    private static bool IsAutoReply(HeaderBlock headers) =>
        Begins(headers, "Auto-Submitted"u8, "auto-replied")
        || headers.Find("X-Autoreply"u8) is not null
        || headers.Find("X-Autorespond"u8) is not null
        || headers.Find("X-Auto-Reply-From"u8) is not null
        || Begins(headers, "X-Apple-Action"u8, "vacation")
        || Begins(headers, "Precedence"u8, "auto_reply")
        || Begins(headers, "X-Precedence"u8, "auto_reply")
        || Begins(headers, "X-Mail-Autoreply"u8, "")
        || headers.FindDecoded("Subject"u8).AsSpan().ContainsAny(Subjects);

    private static bool Begins(HeaderBlock headers, ReadOnlySpan<byte> name, string value) =>
        headers.Find(name) is { } text && text.StartsWith(value, StringComparison.OrdinalIgnoreCase);
}
