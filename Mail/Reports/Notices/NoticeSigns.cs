using System.Buffers;
using Actors.Mail.Parsing;
using Actors.Mail.Replies;

namespace Actors.Mail.Reports.Notices;

/// <summary>By what a bounce in prose is known, and which of its lines say what.</summary>
internal static class NoticeSigns
{
    private static readonly SearchValues<string> Senders = Phrases(
        "mailer-daemon", "mail delivery", "mail.delivery", "postmaster", "mail-daemon", "mailerdaemon", "mail system",
        "maildaemon", "mail deliver", "interscan", "mail administrator", "mmsc", "mdaemon@", "mail service");

    private static readonly SearchValues<string> Subjects = Phrases(
        "undeliver", "failure notice", "returned mail", "delivery status", "delivery failure", "delivery fail",
        "mail failed", "mail failure", "mail delivery failed", "returning message", "could not be delivered",
        "delivery has failed", "non-delivery", "not delivered", "failure delivery", "mail system error",
        "delayed mail", "delivery problem", "error sending", "message delivery", "loop alert", "delivery notification",
        "delayed", "nondeliverable", "mail status", "delivery warning", "not yet been delivered", "not deliver",
        "delivery report", "error during delivery", "failed mail", "user unknown", "unknown user",
        "unzustellbar", "nicht zugestellt", "zustellung fehlgeschlagen",
        "non remis", "non délivré", "échec de la remise", "échec de remise", "no se puede entregar", "no entregado",
        "no se ha podido entregar", "não entregue", "falha na entrega", "mancato recapito", "non recapitabile",
        "onbestelbaar", "niet bezorgd", "nie dostarczon", "niedostarczon", "nedoručiteln", "kézbesíthetetlen",
        "olevererbar", "kan ikke leveres", "teslim edilemedi", "не доставлено", "недоставлен", "не удается доставить",
        "配信不能", "配信エラー", "未送達", "送信エラー", "退信", "传输失败", "投递失败", "未传递", "배달되지");

    private static readonly SearchValues<string> Bodies = Phrases(
        "could not be delivered", "cannot be delivered", "unable to deliver", "wasn't able to deliver",
        "was not delivered", "did not reach", "delivery to the following", "delivery failed", "delivery has failed",
        "undeliverable", "couldn't be delivered", "not been delivered", "error delivering", "fatal errors",
        "delivery errors", "not able to deliver", "following addresses had", "transcript of session",
        "failed addresses", "trying to deliver", "attempting to deliver", "returned permanent errors",
        "not delivered to", "failed permanently", "reason for failure", "duplicated message-id", "failed recipients",
        "undelivered mail", "automatically rejected", "was returned because", "has been returned because",
        "invalid final delivery userid", "konnte nicht zugestellt werden", "konnte nicht übermittelt werden",
        "nicht ausgeliefert werden", "n'a pas pu être", "n'a pu être remis", "impossible de remettre",
        "no pudo ser entregado", "no se ha podido entregar", "no se pudo entregar", "não pôde ser entregue",
        "não foi possível entregar", "nao pode ser", "impossibile recapitare", "non è stato possibile",
        "niet worden bezorgd", "niet worden afgeleverd", "nie można dostarczyć", "nie mogła zostać dostarczona",
        "kunde inte levereras", "kunne ikke leveres", "nelze doručit", "teslim edilemedi", "не может быть доставлено",
        "невозможно доставить", "не удалось доставить", "配信できません", "送信できません", "配送できません",
        "届けられません", "无法发送", "无法送达", "无法投递", "배달되지", "전달되지");

    private static readonly SearchValues<string> Delays = Phrases(
        "warning message only", "this is a warning", "still being retried", "has been delayed", "is delayed",
        "has not yet been delivered", "will be retried", "delivery attempts will continue", "warning: message",
        "will keep trying", "delayed mail", "delivery delayed", "(delay)", "has been postponed", "will retry",
        "continue to try", "continue trying", "continue to attempt", "temporary problem delivering",
        "delivery incomplete", "advisory-only", "do not need to resend");

    private static readonly SearchValues<string> Contacts = Phrases(
        "contact", "assistance", "support", "http://", "https://", "please send", "questions", "envelope-from",
        "mail from:", "from:", "sender:", "please reply");

    private static readonly SearchValues<string> Deliveries = Phrases(
        "deliver", "recipient", "reach", "rcpt to", "errors:", "mailbox", "user", "address", "for:", "message-id in");

    internal static bool IsBounce(ParsedMail mail, Notice notice)
    {
        var headers = mail.Headers;
        if (headers.Find("X-Failed-Recipients"u8) is not null)
            return true;
        var signs = (headers.FindDecoded("From"u8).AsSpan().ContainsAny(Senders) ? 1 : 0)
            + (headers.Find("Return-Path"u8) is "<>" || headers.Find("From"u8) is "<>" ? 1 : 0)
            + (headers.FindDecoded("Subject"u8).AsSpan().ContainsAny(Subjects) ? 1 : 0)
            + (notice.Context.AsSpan().ContainsAny(Bodies) || IsDelay(mail, notice) ? 1 : 0)
            + (notice.Replies.Count > 0 ? 1 : 0)
            + (mail.Root.Type.Value == "multipart/report" ? 1 : 0);
        return signs > 1;
    }

    /// <summary>By who wrote it or what it is called, and not by its words alone.</summary>
    internal static bool IsOfServer(HeaderBlock headers) =>
        headers.FindDecoded("From"u8).AsSpan().ContainsAny(Senders) || IsSubject(headers.FindDecoded("Subject"u8));

    internal static bool IsSubject(ReadOnlySpan<char> subject) => subject.ContainsAny(Subjects);

    internal static bool IsDelay(ParsedMail mail, Notice notice) =>
        mail.Headers.FindDecoded("Subject"u8).AsSpan().ContainsAny(Delays)
        || notice.Context.AsSpan().ContainsAny(Delays);

    /// <summary>
    /// The line says where to turn to, or whose message it was. Of one that begins with the address the name of the
    /// mailbox does not count: support@ gets mail, too.
    /// </summary>
    internal static bool IsContact(string line, NoticeRecipients.Place place) =>
        !(place.Listed && place.Colon)
        && line.AsSpan(place.Listed ? place.End : 0).ContainsAny(Contacts)
        && !IsReply(line);

    /// <summary>Whom the message that the notice is about was for, by its own header.</summary>
    internal static bool IsHeader(string line) => Begins(line, ["to:", "cc:"]);

    internal static bool IsIdentifier(string line) => Begins(line, ["message-id:", "references:", "in-reply-to:"]);

    internal static bool IsAboutDelivery(string line) => line.AsSpan().ContainsAny(Deliveries);

    internal static bool IsReply(string line) => CodeScanner.Scan(line, isProse: true).Code is >= 400;

    private static bool Begins(string line, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (line.AsSpan().TrimStart().StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static SearchValues<string> Phrases(params string[] phrases) =>
        SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);
}
