using System.Buffers;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;
using Actors.Mail.Messages.Composing;

namespace Actors.Mail.Reports.Writing;

/// <summary>Writes a delivery status notification: a text for people, the status for programs, and what is returned of
/// the message (RFC 3464, RFC 6522).</summary>
/// <remarks>All of it is ASCII: addresses in UTF-8 are written as RFC 6533 §3 allows where the way may be 7-bit.
/// </remarks>
public static class FailureReportWriter
{
    /// <summary>Octets of a whole message that is returned; of a larger one the header is.</summary>
    public const int ReturnedOctetsMax = 50_000;

    public static void Write(FailureReport report, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var header = new HeaderWriter(output);
        WriteHeader(report, header);
        var body = new MimePart.Multipart(
            "report",
            [
                new MimePart.TextPart("plain", CanonicalText.From(ReportWords.Of(report))),
                new MimePart.ReportPart("message/delivery-status", StatusFields.Of(report)),
                Returned(report),
            ],
            "delivery-status");
        new MimeWriter(output, header, report.MessageId.ToString()).Write(body);
    }

    private static void WriteHeader(FailureReport report, HeaderWriter header)
    {
        header.Line("Date", MailDate.Format(report.Date));
        header.Line("Message-ID", report.MessageId.ToString());
        var from = EmailAddress.Parse($"mailer-daemon@{report.ReportingMta.Ascii}");
        HeaderFields.Mailboxes(header, "From", Mailbox.Of(from));
        HeaderFields.Mailboxes(header, "To", Mailbox.Of(report.To));
        HeaderFields.Text(header, "Subject", "Undelivered Mail Returned to Sender");
        header.Line("Auto-Submitted", "auto-replied");
        header.Line("MIME-Version", "1.0");
    }

    private static MimePart.ReportPart Returned(FailureReport report)
    {
        var whole = report.Original;
        return report.ReturnsFull && whole.Length <= ReturnedOctetsMax
            && CanonicalText.IsCanonical(whole.Span)
            && CanonicalText.Choose(whole.Span) == TransferEncoding.SevenBit // RFC 2046 §5.2.1: never encoded
            ? new MimePart.ReportPart("message/rfc822", whole)
            : new MimePart.ReportPart("text/rfc822-headers", ReturnedHeader.Of(whole));
    }
}
