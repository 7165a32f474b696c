using Actors.Mail.Reports;

namespace Actors.Mail.Tests.Reports;

public sealed class AutoReplyTests
{
    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("Auto-Submitted: auto-replied (vacation)")]
    [InlineData("X-Autoreply: yes")]
    [InlineData("X-Autorespond: hello")]
    [InlineData("Precedence: auto_reply")]
    [InlineData("X-Apple-Action: VACATION")]
    [InlineData("Subject: Automatic reply: hello")]
    [InlineData("Subject: Out of Office: hello")]
    [InlineData("Subject: =?utf-8?Q?R=C3=A9ponse_automatique?=")]
    [InlineData("Subject: Automatyczna odpowiedź: cześć")]
    [InlineData("Subject: Resposta automática")]
    [InlineData("Subject: Автоматический ответ: привет")]
    [InlineData("Subject: Fuera de la oficina")]
    public void an_automatic_reply_is_told(string header)
    {
        var report = Reports.Read(
            $"From: Ada <ada@example.com>\nIn-Reply-To: <m@sender.example.org>\n{header}\n\nI am away.");
        report.Kind.ShouldBe(ReportKind.AutoReply);
        report.OriginalMessageId.ShouldBe("m@sender.example.org");
        var recipient = report.Recipients.ShouldHaveSingleItem();
        recipient.Recipient.ShouldBe("ada@example.com");
        recipient.Action.ShouldBeNull();
        recipient.Bounce.ShouldBeNull();
    }

    [Theory]
    [InlineData("Auto-Submitted: no")]
    [InlineData("Auto-Submitted: auto-generated")]
    [InlineData("Precedence: bulk")]
    public void other_mail_of_machines_is_not(string header) =>
        Reports.IsReport($"From: ada@example.com\n{header}\n\nhello").ShouldBeFalse();

    [Fact]
    public void a_bounce_that_calls_itself_auto_replied_is_a_bounce() => Reports.Read(
        Reports.Notice("<a@example.com>: 550 5.1.1 unknown", header: "Auto-Submitted: auto-replied\n"))
        .Kind.ShouldBe(ReportKind.DeliveryStatus);

    [Fact]
    public void an_automatic_reply_that_speaks_of_delivery_is_no_bounce() => Reports.Read(
        "Return-Path: <>\nFrom: ada@example.com\nSubject: Re: hi\nAuto-Submitted: auto-replied\n\n"
        + "Your mail to ada@example.com was not delivered to anybody else. I am in room 5.1.1, phone: 550 1234.")
        .Kind.ShouldBe(ReportKind.AutoReply);

    [Fact]
    public void an_automatic_reply_with_the_null_sender_is_no_bounce() => Reports.Read(
        "Return-Path: <>\nFrom: ada@example.com\nSubject: Automatic reply: hi\n\nI did not reach 550 1234.")
        .Kind.ShouldBe(ReportKind.AutoReply);
}
