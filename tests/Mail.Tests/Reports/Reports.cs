using System.Text;
using Actors.Mail.Reports;

namespace Actors.Mail.Tests.Reports;

internal static class Reports
{
    /// <param name="mail">Lines end with LF, as the source of a test has them, and are sent with CRLF.</param>
    internal static MailReport Read(string mail)
    {
        ReportReader.TryRead(Bytes(mail), out var report).ShouldBeTrue();
        return report!;
    }

    internal static bool IsReport(string mail) => ReportReader.TryRead(Bytes(mail), out _);

    internal static byte[] Bytes(string mail) => Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"));

    /// <summary>"address action status" of each.</summary>
    internal static string[] Short(MailReport report) => [.. report.Recipients.Select(
        r => $"{r.Recipient} {r.Action?.ToString().ToLowerInvariant()} {r.Status}".TrimEnd())];

    /// <summary>A multipart/report with a delivery status and the header of the original.</summary>
    internal static string Dsn(string status, string notice = "Not delivered.") => $"""
        From: Mail Delivery System <mailer-daemon@mx.example.net>
        To: bounces@sender.example.org
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        {notice}

        --b
        Content-Type: message/delivery-status

        {status}

        --b
        Content-Type: message/rfc822

        From: news@sender.example.org
        To: ada@example.com
        Message-ID: <one.two@sender.example.org>
        Subject: hello

        text
        --b--

        """;

    /// <summary>A bounce in prose.</summary>
    internal static string Notice(string text, string from = "MAILER-DAEMON@mx.example.net", string header = "") =>
        $"From: {from}\nTo: bounces@sender.example.org\nSubject: failure notice\n{header}\n{text}\n";
}
