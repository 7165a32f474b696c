using System.Buffers;
using Actors.Mail.Parsing;
using Actors.Mail.Replies;

namespace Actors.Mail.Reports.Notices;

/// <summary>By what a bounce in prose is known, and which of its lines say what.</summary>
internal static class NoticeSigns
{
    private static readonly SearchValues<string> Senders = Phrases(
        "mailer-daemon", "mail delivery", "mail.delivery", "postmaster", "mail-daemon", "mailerdaemon", "mail system",
        "maildaemon", "mail deliver", "interscan", "mail administrator", "mmsc");

    private static readonly SearchValues<string> Subjects = Phrases(
        "undeliver", "failure notice", "returned mail", "delivery status", "delivery failure", "delivery fail",
        "mail failed", "mail failure", "mail delivery failed", "returning message", "could not be delivered",
        "delivery has failed", "non-delivery", "not delivered", "failure delivery", "mail system error",
        "delayed mail", "delivery problem", "error sending", "message delivery", "loop alert", "delivery notification",
        "delayed", "nondeliverable", "mail status");

    private static readonly SearchValues<string> Bodies = Phrases(
        "could not be delivered", "cannot be delivered", "unable to deliver", "wasn't able to deliver",
        "was not delivered", "did not reach", "delivery to the following", "delivery failed", "delivery has failed",
        "undeliverable", "couldn't be delivered", "not been delivered", "error delivering", "fatal errors",
        "delivery errors", "not able to deliver", "following addresses had", "transcript of session",
        "failed addresses", "trying to deliver", "attempting to deliver", "returned permanent errors",
        "not delivered to", "failed permanently", "reason for failure", "duplicated message-id");

    private static readonly SearchValues<string> Delays = Phrases(
        "warning message only", "this is a warning", "still being retried", "has been delayed", "is delayed",
        "has not yet been delivered", "will be retried", "delivery attempts will continue", "warning: message",
        "will keep trying", "delayed mail", "delivery delayed");

    private static readonly SearchValues<string> Contacts = Phrases(
        "contact", "assistance", "support", "http://", "https://", "please send", "questions", "help@", "envelope-from",
        "mail from:", "from:", "sender:");

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
            + (notice.Context.AsSpan().ContainsAny(Bodies) ? 1 : 0)
            + (notice.Replies.Count > 0 ? 1 : 0)
            + (mail.Root.Type.Value == "multipart/report" ? 1 : 0);
        return signs > 1;
    }

    internal static bool IsDelay(ParsedMail mail, Notice notice) =>
        mail.Headers.FindDecoded("Subject"u8).AsSpan().ContainsAny(Delays)
        || notice.Context.AsSpan().ContainsAny(Delays);

    /// <summary>The line says where to turn to, or whose message it was.</summary>
    internal static bool IsContact(string line) => line.AsSpan().ContainsAny(Contacts) && !IsReply(line);

    internal static bool IsAboutDelivery(string line) => line.AsSpan().ContainsAny(Deliveries);

    internal static bool IsReply(string line) => CodeScanner.Scan(line, isProse: true).Code is >= 400;

    private static SearchValues<string> Phrases(params string[] phrases) =>
        SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);
}
