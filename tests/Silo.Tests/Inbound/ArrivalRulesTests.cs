using Actors.Mail.Parsing;
using Actors.Mail.Replies;
using Actors.Mail.Reports;
using Actors.Silo.Inbound;

namespace Actors.Silo.Tests.Inbound;

public sealed class ArrivalRulesTests
{
    [Fact]
    public void a_failure_at_the_return_path_is_the_messages()
    {
        var failed = OfPath(Status(ReportAction.Failed)).ShouldBeOfType<Arrival.Failed>();
        failed.Failure.Recipient.ShouldBe("ada@example.com");
    }

    [Theory]
    [InlineData(ReportAction.Delayed)]
    [InlineData(ReportAction.Delivered)]
    [InlineData(ReportAction.Relayed)]
    [InlineData(ReportAction.Expanded)]
    public void what_has_not_failed_changes_nothing(ReportAction action) =>
        OfPath(Status(action)).ShouldBeOfType<Arrival.Nothing>();

    [Fact]
    public void an_automatic_answer_changes_nothing_wherever_it_comes()
    {
        var answer = new MailReport(ReportKind.AutoReply, [new()]);
        OfPath(answer).ShouldBeOfType<Arrival.Nothing>();
        ArrivalRules.OfDesk(answer).ShouldBeOfType<Arrival.Nothing>();
    }

    [Theory]
    [InlineData("abuse", true)]
    [InlineData("not-spam", false)]
    [InlineData("auth-failure", false)]
    public void feedback_is_a_complaint_by_its_type(string type, bool expected)
    {
        var report = new MailReport(ReportKind.Feedback, [new()]) { FeedbackType = type };
        (OfPath(report) is Arrival.Complained).ShouldBe(expected);
        (ArrivalRules.OfDesk(report) is Arrival.Complained).ShouldBe(expected);
    }

    [Fact]
    public void a_delivery_report_at_the_desk_is_about_nothing_of_ours() =>
        ArrivalRules.OfDesk(Status(ReportAction.Failed)).ShouldBeOfType<Arrival.Nothing>();

    [Fact]
    public void what_is_no_report_is_a_letter()
    {
        OfPath(null).ShouldBeOfType<Arrival.Letter>();
        ArrivalRules.OfDesk(null).ShouldBeOfType<Arrival.Letter>();
    }

    [Theory]
    [InlineData("From: Actors <no-reply@mail.example.org>", true)]
    [InlineData("From: ann@example.org", false)]
    [InlineData("Subject: no-reply@mail.example.org", false)]
    public void the_platforms_own_mail_is_known(string header, bool expected) =>
        ArrivalRules.IsOurs(
            ParsedMail.Parse(System.Text.Encoding.UTF8.GetBytes(header + "\r\n\r\ntext")), "no-reply@mail.example.org")
            .ShouldBe(expected);

    private static Arrival OfPath(MailReport? report) =>
        ArrivalRules.OfReturnPath(report, address => address == "ada@example.com");

    private static MailReport Status(ReportAction action) => new(ReportKind.DeliveryStatus,
    [
        new ReportedRecipient
        {
            Recipient = "ada@example.com",
            Action = action,
            Bounce = new Bounce(
                BounceCategory.InvalidRecipient, BounceChannel.Dsn, BouncePermanence.Permanent, BounceHardness.Hard,
                BounceScope.Recipient, "test"),
        },
    ]);
}
