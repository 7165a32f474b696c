using System.Diagnostics.CodeAnalysis;
using Actors.Mail.Parsing;
using Actors.Mail.Reports.Notices;

namespace Actors.Mail.Reports;

/// <summary>
/// Reads what comes back to a sender: delivery status notifications (RFC 3464) and bounces in the words of their
/// servers, feedback reports (RFC 5965), automatic replies (RFC 3834).
/// </summary>
/// <remarks>
/// Any octets give an answer, in time linear in their number and within <see cref="ReportLimits"/>. Nothing of a
/// report is proved: that it belongs to a message of ours shows only by the address it came to
/// (<see cref="ReturnPaths.ReturnPathToken"/>).
/// </remarks>
public static class ReportReader
{
    /// <param name="report">Null for a mail that is none of these.</param>
    public static bool TryRead(ReadOnlyMemory<byte> mail, [NotNullWhen(true)] out MailReport? report) =>
        TryRead(ParsedMail.Parse(mail), out report);

    /// <inheritdoc cref="TryRead(ReadOnlyMemory{byte}, out MailReport?)"/>
    public static bool TryRead(ParsedMail mail, [NotNullWhen(true)] out MailReport? report)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var notice = Notice.Of(mail);
        report = ReadReport(mail, notice) ?? ReadNotice(mail, notice) ?? AutoReplies.Read(mail);
        if (report is not null && report.OriginalMessageId is null)
            report = report with { OriginalMessageId = OriginalMessage.IdOf(notice.Original?.Find("Message-ID"u8)) };
        return report is not null;
    }

    private static MailReport? ReadReport(ParsedMail mail, Notice notice) =>
        ReadFeedback(mail, notice) ?? CloudNotification.Read(notice) ?? ReadStatus(mail, notice);

    private static MailReport? ReadFeedback(ParsedMail mail, Notice notice)
    {
        var part = Find(mail, "message/feedback-report");
        return part is not null
            ? FeedbackReader.Read(part.Text(), notice.Original)
            : FeedbackReader.ReadBare(mail, notice.Original);
    }

    private static MailReport? ReadStatus(ParsedMail mail, Notice notice)
    {
        foreach (var part in StatusText.PartsOf(mail))
        {
            if (DeliveryStatusReader.Read(StatusGroups.Read(StatusText.Of(part)), notice) is { } report)
                return report;
        }

        return ReadFields(notice.StatusFields, notice);
    }

    private static MailReport? ReadNotice(ParsedMail mail, Notice notice)
    {
        if (AutoReplies.IsOfPerson(mail.Headers) || !NoticeSigns.IsBounce(mail, notice))
            return null;
        return NoticeReader.Read(mail, notice, NoticeReader.Named(mail, notice))
            ?? ReadWrapped(mail)
            ?? ReadFields(notice.LaterStatusFields, notice)
            ?? NoticeReader.Read(mail, notice, NoticeReader.Addressed(notice))
            ?? NoticeReader.Read(mail, notice, NoticeReader.Sender(mail, notice));
    }

    /// <summary>Of a gateway that says nothing itself and attaches the report that it was given.</summary>
    private static MailReport? ReadWrapped(ParsedMail mail)
    {
        if (Find(mail, "message/rfc822") is not { Parts: [var message, ..] })
            return null;
        var wrapped = ParsedMail.Parse(message.Source);
        return StatusText.PartsOf(wrapped).Any() ? ReadReport(wrapped, Notice.Of(wrapped)) : null;
    }

    private static MailReport? ReadFields(string? fields, Notice notice) =>
        fields is null ? null : DeliveryStatusReader.Read(StatusGroups.Read(fields), notice);

    /// <summary>The first of that type that is not within a message that was given back.</summary>
    private static MailPart? Find(ParsedMail mail, string type) =>
        Notice.OwnParts(mail).FirstOrDefault(part => part.Type.Value == type);
}
