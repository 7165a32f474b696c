namespace Actors.Silo.Tests.Inbound;

/// <summary>What servers of the world send.</summary>
internal static class Mails
{
    /// <param name="recipient">As the report names it.</param>
    public static string Bounce(string recipient, string action, string status) => $"""
        From: mailer-daemon@mx.example.net
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        A report.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net

        Final-Recipient: rfc822; {recipient}
        Action: {action}
        Status: {status}

        --b--

        """;

    /// <param name="original">A line of the header of the message that is complained about.</param>
    public static string Complaint(string original) => $"""
        From: fbl@example.net
        Subject: complaint
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="b"

        --b
        Content-Type: text/plain

        A report.

        --b
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        User-Agent: Example/1
        Version: 1

        --b
        Content-Type: text/rfc822-headers

        {original}
        Subject: hello

        --b--

        """;
}
