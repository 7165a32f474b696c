using Actors.Mail.Replies;
using Actors.Mail.Reports;

namespace Actors.Mail.Tests.Reports;

public sealed class DeliveryStatusTests
{
    [Fact]
    public void every_field_of_a_delivery_status_is_read()
    {
        var report = Reports.Read(Reports.Dsn("""
            Reporting-MTA: dns; mx.example.net
            Original-Envelope-Id: env-17
            Arrival-Date: Tue, 3 Mar 2026 10:00:00 +0100

            Original-Recipient: rfc822;ada@example.com
            Final-Recipient: Rfc822; <ada@mail.example.com>
            Action: failed (too bad)
            Status: 5.1.1 (unknown)
            Remote-MTA: dns; mail.example.com
            Diagnostic-Code: smtp; 550 5.1.1 No such
             user here
            """));
        report.Kind.ShouldBe(ReportKind.DeliveryStatus);
        report.ReportingMta.ShouldBe("mx.example.net");
        report.OriginalEnvelopeId.ShouldBe("env-17");
        report.OriginalMessageId.ShouldBe("one.two@sender.example.org");
        report.ArrivalDate.ShouldBe(new DateTimeOffset(2026, 3, 3, 10, 0, 0, TimeSpan.FromHours(1)));
        var recipient = report.Recipients.ShouldHaveSingleItem();
        recipient.Recipient.ShouldBe("ada@mail.example.com");
        recipient.OriginalRecipient.ShouldBe("ada@example.com");
        recipient.Action.ShouldBe(ReportAction.Failed);
        recipient.Status.ShouldBe(new EnhancedStatusCode(5, 1, 1));
        recipient.ReplyCode.ShouldBe(550);
        recipient.RemoteMta.ShouldBe("mail.example.com");
        recipient.Diagnostic.ShouldBe("550 5.1.1 No such user here");
        recipient.Bounce!.Category.ShouldBe(BounceCategory.InvalidRecipient);
        recipient.Bounce.Channel.ShouldBe(BounceChannel.Dsn);
        recipient.Bounce.Permanence.ShouldBe(BouncePermanence.Permanent);
    }

    /// <summary>It has no type, so a semicolon is part of it (RFC 3464 §2.2.1).</summary>
    [Fact]
    public void an_envelope_id_keeps_its_semicolons() => Reports.Read(Reports.Dsn(
        "Original-Envelope-Id: job;17\nReporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; a@example.com"))
        .OriginalEnvelopeId.ShouldBe("job;17");

    [Fact]
    public void each_recipient_has_a_record_of_its_own()
    {
        var report = Reports.Read(Reports.Dsn("""
            Reporting-MTA: dns; mx.example.net

            Final-Recipient: rfc822; a@example.com
            Action: failed
            Status: 5.2.2

            Final-Recipient: rfc822; b@example.com
            Action: delayed
            Status: 4.4.1
            Final-Recipient: rfc822; c@example.com
            Action: delivered
            Status: 2.0.0

            Final-Recipient: rfc822; d@example.com
            Action: expanded
            Status: 2.0.0

            Final-Recipient: rfc822; e@example.com
            Action: relayed
            Status: 2.0.0
            """));
        Reports.Short(report).ShouldBe([
            "a@example.com failed 5.2.2", "b@example.com delayed 4.4.1", "c@example.com delivered 2.0.0",
            "d@example.com expanded 2.0.0", "e@example.com relayed 2.0.0"]);
        report.Recipients.Select(r => r.Bounce is null).ShouldBe([false, false, true, true, true]);
        report.Recipients[1].Bounce!.Permanence.ShouldBe(BouncePermanence.Transient);
    }

    [Theory]
    [InlineData("5.0.0", "smtp; 550 5.7.1 blocked", "5.7.1")]
    [InlineData("4.4.7", "smtp; 452 4.2.2 full", "4.2.2")]
    [InlineData("5.1.1", "smtp; 550 5.7.1 blocked", "5.7.1")]
    [InlineData("5.4.7", "smtp; 554 5.4.7 given up <421 4.4.2 lost>", "4.4.2")]
    [InlineData("5.1.1", "smtp; 550 no", "5.1.1")]
    [InlineData("5.0.0", "smtp; 550 no", "5.0.0")]
    [InlineData("nonsense", "smtp; 550 no", "")]
    [InlineData("5.1.1", "smtp; 550 see 10.5.1.2 and 5.1.1.2", "5.1.1")]
    [InlineData("4.4.7", "x-unix; expired", "4.4.7")]
    public void the_status_that_says_why_counts(string field, string diagnostic, string expected) =>
        Reports.Read(Reports.Dsn($"""
            Final-Recipient: rfc822; a@example.com
            Action: failed
            Status: {field}
            Diagnostic-Code: {diagnostic}
            """)).Recipients[0].Status.ToString().ShouldBe(expected);

    [Fact]
    public void addresses_beyond_ascii_are_read_as_they_are() => Reports.Read(Reports.Dsn("""
        Final-Recipient: utf-8; \x{FC}ser@example.com
        Original-Recipient: utf-8; üser@example.com
        Action: failed
        Status: 5.1.1
        """).Replace("message/delivery-status", "message/global-delivery-status", StringComparison.Ordinal))
        .Recipients[0].ShouldSatisfyAllConditions(
            r => r.Recipient.ShouldBe("üser@example.com"),
            r => r.OriginalRecipient.ShouldBe("üser@example.com"));

    [Fact]
    public void what_the_status_lacks_is_in_the_notice()
    {
        var report = Reports.Read(Reports.Dsn("""
            Final-Recipient: rfc822; a@example.com
            Action: failed
            Status: 5.0.0
            """, "<a@example.com>: host mx.example.com said: 552 5.2.2 mailbox is full"));
        report.Recipients[0].Status.ToString().ShouldBe("5.2.2");
        report.Recipients[0].Bounce!.Category.ShouldBe(BounceCategory.MailboxFull);
    }

    [Fact]
    public void a_final_recipient_that_is_no_address_gives_way_to_one() => Reports.Short(Reports.Read(Reports.Dsn("""
        Final-Recipient: local; |/usr/bin/program
        Original-Recipient: rfc822; a@example.com
        Action: failed
        Status: 5.3.0
        """))).ShouldBe(["a@example.com failed 5.3.0"]);

    [Fact]
    public void fields_without_their_part_are_found_in_the_text() => Reports.Short(Reports.Read("""
        From: postmaster@mx.example.net
        Subject: Delivery report

        An error occurred. Technical report:

        Reporting-MTA: dns; mx.example.net
        Action: failed
        Final-Recipient: rfc822; a@example.com
        Status: 5.1.1
        """)).ShouldBe(["a@example.com failed 5.1.1"]);

    [Fact]
    public void a_report_whose_boundary_is_wrong_is_read() => Reports.Short(Reports.Read(
        Reports.Dsn("Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1")
            .Replace("boundary=\"b\"", "boundary=\"other\"", StringComparison.Ordinal)))
        .ShouldBe(["a@example.com failed 5.1.1"]);

    [Fact]
    public void a_status_that_says_nothing_better_is_out_of_band()
    {
        var report = Reports.Read(Reports.Dsn("Final-Recipient: rfc822; a@example.com", notice: ""));
        report.Recipients[0].Bounce!.Category.ShouldBe(BounceCategory.OutOfBand);
        report.Recipients[0].Bounce!.Hardness.ShouldBe(BounceHardness.Soft);
    }

    [Fact]
    public void the_status_in_a_message_that_was_given_back_is_not_the_report()
    {
        var inner = Reports.Dsn("Final-Recipient: rfc822; inner@example.com\nAction: failed\nStatus: 5.1.1");
        var outer = "From: MAILER-DAEMON@mx.example.net\nSubject: failure notice\n"
            + "Content-Type: multipart/mixed; boundary=o\n\n--o\n\n"
            + "I was not able to deliver your message.\n\n<outer@example.com>:\n550 5.2.2 full\n\n"
            + "--o\nContent-Type: message/rfc822\n\n" + inner + "\n--o--\n";
        Reports.Short(Reports.Read(outer)).ShouldBe(["outer@example.com failed 5.2.2"]);
    }
}
