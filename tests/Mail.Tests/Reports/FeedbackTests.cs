using Actors.Mail.Reports;

namespace Actors.Mail.Tests.Reports;

public sealed class FeedbackTests
{
    private static string Arf(string fields) => $"""
        From: fbl@example.net
        Subject: complaint
        Content-Type: multipart/report; report-type=feedback-report; boundary=b

        --b

        This is a report.
        --b
        Content-Type: message/feedback-report

        {fields}
        --b
        Content-Type: message/rfc822

        From: news@sender.example.org
        To: Ada <ada@example.com>
        Message-ID: <m@sender.example.org>

        text
        --b--
        """;

    [Fact]
    public void a_feedback_report_is_read()
    {
        var report = Reports.Read(Arf("""
            Feedback-Type: Abuse
            User-Agent: Thing/1.0
            Version: 1
            Original-Rcpt-To: <ada@example.com>
            Original-Rcpt-To: bob@example.com
            Original-Envelope-Id: env-1
            Received-Date: Tue, 3 Mar 2026 10:00:00 +0000
            Reporting-MTA: dns; mx.example.net
            """));
        report.Kind.ShouldBe(ReportKind.Feedback);
        report.FeedbackType.ShouldBe("abuse");
        report.Recipients.Select(r => r.Recipient).ShouldBe(["ada@example.com", "bob@example.com"]);
        report.Recipients.ShouldAllBe(r => r.Action == null && r.Bounce == null);
        report.OriginalMessageId.ShouldBe("m@sender.example.org");
        report.OriginalEnvelopeId.ShouldBe("env-1");
        report.ReportingMta.ShouldBe("mx.example.net");
        report.ArrivalDate!.Value.Year.ShouldBe(2026);
    }

    [Theory]
    [InlineData("Feedback-Type: auth-failure\nAuth-Failure: dmarc", "auth-failure")]
    [InlineData("Feedback-Type: fraud", "fraud")]
    [InlineData("Feedback-Type:  not-spam ", "not-spam")]
    [InlineData("Version: 1", "abuse")]
    public void the_type_is_told(string fields, string expected)
    {
        var report = Reports.Read(Arf(fields));
        report.FeedbackType.ShouldBe(expected);
        report.Recipients.ShouldHaveSingleItem().Recipient.ShouldBe("ada@example.com");
    }

    [Fact]
    public void a_complaint_without_the_part_for_machines_is_read()
    {
        var report = Reports.Read("""
            From: staff@hotmail.com
            Subject: complaint about message from 192.0.2.1
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: message/rfc822

            X-HmXmrOriginalRecipient: ada@example.com
            From: news@sender.example.org
            Message-ID: <m@sender.example.org>

            text
            --b--
            """);
        report.FeedbackType.ShouldBe("abuse");
        report.Recipients[0].Recipient.ShouldBe("ada@example.com");
        report.OriginalMessageId.ShouldBe("m@sender.example.org");
    }

    [Fact]
    public void a_copy_with_the_name_of_who_complains_is_a_complaint() => Reports.Read("""
        X-HmXmrOriginalRecipient: ada@example.com
        From: news@sender.example.org
        Subject: news

        text
        """).ShouldSatisfyAllConditions(
            report => report.FeedbackType.ShouldBe("abuse"),
            report => report.Recipients[0].Recipient.ShouldBe("ada@example.com"));

    [Fact]
    public void a_report_that_hides_the_recipient_is_a_report_still()
    {
        var report = Reports.Read(Arf("Feedback-Type: abuse")
            .Replace("To: Ada <ada@example.com>", "To: redacted", StringComparison.Ordinal));
        report.Recipients.ShouldHaveSingleItem().Recipient.ShouldBeNull();
    }
}
