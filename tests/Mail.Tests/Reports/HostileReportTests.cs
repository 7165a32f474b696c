using System.Text;
using Actors.Mail.Reports;
using Actors.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Reports;

public sealed class HostileReportTests
{
    private static readonly string[] Pieces =
    [
        "From: MAILER-DAEMON@x.example\n", "Subject: failure notice\n", "X-Failed-Recipients: a@example.com, b\n",
        "Content-Type: multipart/report; boundary=b\n", "\n", "--b\n", "--b--\n", "\r\n", " ", "\t", "\0", "\u001b[31m",
        "Content-Type: message/delivery-status\n\n", "Content-Type: message/feedback-report\n\n",
        "Feedback-Type: abuse\n",
        "Content-Type: message/rfc822\n\n", "Final-Recipient: rfc822; a@example.com\n", "Action: failed\n",
        "Status: 5.1.1\n", "Diagnostic-Code: smtp; 550 5.1.1 no\n", "<a@example.com>:", "a@example.com", "@", "550 ",
        "5.1.1", "4.4.7 ", "{\"notificationType\":\"Bounce\"", "[{", "}", "ü", "<p>", "Received: x\n",
        "Original message:\n",
        "Auto-Submitted: auto-replied\n", "Arrival-Date: Tue, 3 Mar 2026 99:00:00 +9999\n", "utf-8; \\x{110000}",
    ];

    [Fact]
    public void any_octets_are_read_and_what_comes_out_is_clean() => Prop.ForAll(
        Gen.OneOf(
            Gen.ArrayOf(Gen.Elements(Pieces)).Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces))),
            Gen.ArrayOf(Gen.Choose(0, 255).Select(i => (byte)i))).ToArbitrary(), octets =>
        {
            if (!ReportReader.TryRead(octets, out var report))
                return;
            report.Recipients.Length.ShouldBeInRange(1, ReportLimits.RecipientsMax);
            foreach (var recipient in report.Recipients)
            {
                ShouldBeClean(recipient.Diagnostic, ReportLimits.DiagnosticMax);
                ShouldBeClean(recipient.Recipient, ReportLimits.FieldMax);
                ShouldBeClean(recipient.OriginalRecipient, ReportLimits.FieldMax);
                ShouldBeClean(recipient.RemoteMta, ReportLimits.FieldMax);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    /// <summary>Two mebibytes each: quadratic work would take an hour.</summary>
    [Theory]
    [InlineData("<a@example.com>: 550 no\n")]
    [InlineData("a@")]
    [InlineData("5")]
    [InlineData("550 5.1.1 ")]
    [InlineData("\n\n")]
    [InlineData("550 <a@example.com>\n")]
    [InlineData("Final-Recipient: rfc822; a@example.com\n\n")]
    [InlineData("Final-Recipient: rfc822; a@example.com\n x")]
    [InlineData("<")]
    [InlineData("{\"Message\":")]
    [InlineData("Original message\n")]
    [InlineData("Received:\n")]
    public void no_repetition_takes_long(string piece)
    {
        string[] heads =
        [
            "From: MAILER-DAEMON\nSubject: failure notice\n\n",
            "From: MAILER-DAEMON\nSubject: failure notice\nContent-Type: text/html\n\n",
            "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n",
            "Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\n",
            "X-Failed-Recipients: ",
            "{\"notificationType\":",
        ];
        foreach (var head in heads)
        {
            var pieces = string.Concat(Enumerable.Repeat(piece, (1 << 21) / piece.Length));
            var octets = Encoding.ASCII.GetBytes(head + pieces);
            ProcessorTime.Of(() => ReportReader.TryRead(octets, out _))
                .ShouldBeLessThan(TimeSpan.FromSeconds(5), head);
        }
    }

    /// <summary>Looked for again for each record, it took a look at the whole notice a thousand times.</summary>
    [Fact]
    public void an_address_named_everywhere_with_nothing_said_of_it_is_looked_for_once()
    {
        var rule = new string('-', 90);
        var named = string.Concat(Enumerable.Repeat($"<a@example.com>\n{rule}\n<b@example.com>\n{rule}\n", 249));
        var status = string.Concat(Enumerable.Repeat(
            "Final-Recipient: rfc822; a@example.com\nAction: failed\n\n", ReportLimits.RecipientsMax));
        var octets = Reports.Bytes(Reports.Dsn(status, named));
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReportReader.TryRead(octets, out var report).ShouldBeTrue();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(24 * 1024 * 1024);
        report!.Recipients.Length.ShouldBe(ReportLimits.RecipientsMax);
    }

    [Fact]
    public void a_report_has_no_more_recipients_than_the_limit() => Reports.Read(Reports.Dsn(string.Concat(
        Enumerable.Range(0, 3000).Select(i => $"Final-Recipient: rfc822; a{i}@example.com\nAction: failed\n\n"))))
        .Recipients.Length.ShouldBe(ReportLimits.RecipientsMax);

    private static void ShouldBeClean(string? text, int max)
    {
        if (text is null)
            return;
        text.Length.ShouldBeLessThanOrEqualTo(max);
        text.ShouldAllBe(c => c == '\n' || !char.IsControl(c));
    }
}
