using System.Collections.Immutable;

namespace Actors.Fuzzing.Seeds;

/// <summary>Reports as servers write them, and notices in words.</summary>
internal static class ReportSeeds
{
    public const string StatusHead =
        "From: MAILER-DAEMON@mx.example\r\n"
        + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n"
        + "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n";

    public const string NoticeHead =
        "From: MAILER-DAEMON@mx.example\r\nReturn-Path: <>\r\nSubject: Undelivered mail\r\n\r\n";

    public static ImmutableArray<byte[]> All { get; } =
    [
        MailSeeds.Wire("""
            From: MAILER-DAEMON@mx.example
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b

            I could not deliver your message.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example
            Arrival-Date: Mon, 09 Mar 2026 08:05:07 +0000

            Final-Recipient: rfc822; bob@example.net
            Original-Recipient: rfc822;bob@example.net
            Action: failed
            Status: 5.1.1
            Remote-MTA: dns; mx.example.net
            Diagnostic-Code: smtp; 550 5.1.1 User unknown
            --b
            Content-Type: text/rfc822-headers

            From: a@example.org
            Message-ID: <1@example.org>
            --b--
            """),
        MailSeeds.Wire("""
            From: abuse@example.net
            Content-Type: multipart/report; report-type=feedback-report; boundary=b

            --b

            A complaint.
            --b
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            User-Agent: Example/1
            Version: 1
            Original-Rcpt-To: bob@example.net
            Source-IP: 192.0.2.1
            --b
            Content-Type: message/rfc822

            From: a@example.org
            Feedback-ID: a:b:c:actors

            Text
            --b--
            """),
        MailSeeds.Wire("""
            From: Mail Delivery System <MAILER-DAEMON@mx.example>
            Return-Path: <>
            Subject: Mail delivery failed: returning message to sender

            A message that you sent could not be delivered to its recipients:

              bob@example.net
                host mx.example.net [192.0.2.25]: 550 5.1.1 No such user

            ------ This is a copy of the message, including all the headers. ------

            From: a@example.org
            """),
        MailSeeds.Wire("""
            From: bob@example.net
            Subject: Out of office: Hello
            Auto-Submitted: auto-replied

            I am away until Monday.
            """),
    ];
}
