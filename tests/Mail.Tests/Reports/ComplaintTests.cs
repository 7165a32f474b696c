using Actors.Mail.Reports;

namespace Actors.Mail.Tests.Reports;

public sealed class ComplaintTests
{
    [Theory]
    [InlineData("abuse", true)]
    [InlineData("fraud", true)]
    [InlineData("virus", true)]
    [InlineData("opt-out", true)]
    [InlineData("not-spam", false)]
    [InlineData("auth-failure", false)]
    [InlineData("dmarc", false)]
    [InlineData("other", false)]
    [InlineData("", false)]
    public void only_what_the_recipient_complains_of_is_a_complaint(string type, bool expected) =>
        Complaints.IsComplaint(new MailReport(ReportKind.Feedback, [new()]) { FeedbackType = type }).ShouldBe(expected);

    [Theory]
    [InlineData(ReportKind.DeliveryStatus)]
    [InlineData(ReportKind.AutoReply)]
    public void other_reports_are_none(ReportKind kind) =>
        Complaints.IsComplaint(new MailReport(kind, [new()]) { FeedbackType = "abuse" }).ShouldBeFalse();
}
