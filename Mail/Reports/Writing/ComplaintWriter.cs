using System.Buffers;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Messages;
using Actors.Mail.Messages.Composing;

namespace Actors.Mail.Reports.Writing;

/// <summary>Writes a feedback report: a text for people, the fields for programs, and the header of the message with
/// its return path on top, as final delivery writes it (RFC 5965, RFC 5321 §4.4).</summary>
public static class ComplaintWriter
{
    public static void Write(Complaint complaint, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        ArgumentNullException.ThrowIfNull(output);
        var header = new HeaderWriter(output);
        WriteHeader(complaint, header);
        var body = new MimePart.Multipart(
            "report",
            [
                new MimePart.TextPart("plain", CanonicalText.From(Words(complaint))),
                new MimePart.ReportPart("message/feedback-report", Fields(complaint)),
                new MimePart.ReportPart("text/rfc822-headers", Returned(complaint)),
            ],
            "feedback-report");
        new MimeWriter(output, header, complaint.MessageId.ToString()).Write(body);
    }

    private static void WriteHeader(Complaint complaint, HeaderWriter header)
    {
        header.Line("Date", MailDate.Format(complaint.Date));
        header.Line("Message-ID", complaint.MessageId.ToString());
        var from = EmailAddress.Parse($"feedback@{complaint.ReportingMta.Ascii}");
        HeaderFields.Mailboxes(header, "From", Mailbox.Of(from));
        HeaderFields.Mailboxes(header, "To", Mailbox.Of(complaint.To));
        HeaderFields.Text(header, "Subject", "Complaint about a message");
        header.Line("Auto-Submitted", "auto-generated");
        header.Line("MIME-Version", "1.0");
    }

    private static string Words(Complaint complaint) =>
        $"""
        This is the mail system at {complaint.ReportingMta.Unicode}.

        A recipient of your message has reported it as spam. The header of the message is attached.

        """;

    private static ReadOnlyMemory<byte> Fields(Complaint complaint)
    {
        var output = new ArrayBufferWriter<byte>();
        var fields = new HeaderWriter(output);
        fields.Line("Feedback-Type", "abuse");
        fields.Line("User-Agent", "Actors/1");
        fields.Line("Version", "1");
        if (complaint.OriginalMailFrom.IsAscii())
            fields.Line("Original-Mail-From", complaint.OriginalMailFrom.ToString());
        if (complaint.Recipient.IsAscii)
            fields.Line("Original-Rcpt-To", $"<{complaint.Recipient}>");
        fields.Line("Reporting-MTA", $"dns; {complaint.ReportingMta.Ascii}");
        fields.Line("Arrival-Date", MailDate.Format(complaint.ArrivalDate));
        return output.WrittenMemory;
    }

    private static byte[] Returned(Complaint complaint) =>
    [
        .. Encoding.UTF8.GetBytes($"Return-Path: {complaint.OriginalMailFrom}\r\n"),
        .. ReturnedHeader.Of(complaint.Original).Span,
    ];

    private static bool IsAscii(this ReversePath path) => path.Address?.IsAscii != false;
}
