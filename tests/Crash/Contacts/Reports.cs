namespace Actors.Crash.Contacts;

/// <summary>What servers of the world send about a message.</summary>
internal static class Reports
{
    public static string Of(Deed what, Letter about) => what == Deed.Bounce ? Bounce(about) : Complaint(about);

    /// <summary>RFC 3464.</summary>
    private static string Bounce(Letter about) => $"""
        From: mailer-daemon@mx.crash.test
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        A report.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.crash.test

        Final-Recipient: rfc822; {about.Recipient}
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 User unknown

        --b--
        """;

    /// <summary>RFC 5965.</summary>
    private static string Complaint(Letter about) => $"""
        From: fbl@provider.crash.test
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

        Return-Path: <{about.ReturnPath}>
        Subject: {about.Subject}

        --b--
        """;
}
