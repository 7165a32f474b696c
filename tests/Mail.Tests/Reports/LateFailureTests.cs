using Actors.Mail.Replies;
using Actors.Mail.Reports;

namespace Actors.Mail.Tests.Reports;

public sealed class LateFailureTests
{
    private const string Ada = "Final-Recipient: rfc822; ada@example.com\nAction: {0}\nStatus: {1}\n";
    private const string Bob = "Final-Recipient: rfc822; bob@example.net\nAction: {0}\nStatus: {1}\n";
    private const string Eve = "Final-Recipient: rfc822; eve@example.net\nAction: {0}\nStatus: {1}\n";

    [Fact]
    public void a_failure_of_the_recipient_is_told_with_its_meaning()
    {
        var failure = Of(Group(Ada, "failed", "5.1.1")).ShouldNotBeNull();
        failure.Recipient.ShouldBe("ada@example.com");
        failure.Bounce!.Category.ShouldBe(BounceCategory.InvalidRecipient);
        failure.Bounce.Hardness.ShouldBe(BounceHardness.Hard);
        failure.Bounce.Scope.ShouldBe(BounceScope.Recipient);
    }

    [Fact]
    public void a_full_mailbox_is_a_failure_and_soft() =>
        Of(Group(Ada, "failed", "5.2.2")).ShouldNotBeNull().Bounce!.Hardness.ShouldBe(BounceHardness.Soft);

    [Theory]
    [InlineData("delayed", "4.4.1")]
    [InlineData("delivered", "2.0.0")]
    [InlineData("relayed", "2.0.0")]
    [InlineData("expanded", "2.0.0")]
    public void what_has_not_failed_for_good_is_nothing(string action, string status) =>
        Of(Group(Ada, action, status)).ShouldBeNull();

    [Fact]
    public void what_others_of_the_report_had_does_not_matter() =>
        Of(Group(Bob, "failed", "5.1.1") + "\n" + Group(Ada, "delivered", "2.0.0")).ShouldBeNull();

    [Fact]
    public void a_forwarded_message_that_failed_everywhere_has_failed() =>
        Of(Group(Bob, "failed", "5.1.1")).ShouldNotBeNull().Recipient.ShouldBe("bob@example.net");

    [Fact]
    public void a_message_to_a_list_that_failed_for_some_has_not() =>
        Of(Group(Bob, "failed", "5.1.1") + "\n" + Group(Eve, "relayed", "2.0.0")).ShouldBeNull();

    [Fact]
    public void the_address_it_was_sent_to_is_the_original_one() => Of(
        "Original-Recipient: rfc822; ada@example.com\n" + Group(Bob, "failed", "5.1.1") + "\n"
            + Group(Eve, "delivered", "2.0.0"))
        .ShouldNotBeNull();

    [Fact]
    public void a_complaint_and_an_automatic_answer_are_no_failures()
    {
        LateFailure.Of(new MailReport(ReportKind.Feedback, [new()]), _ => true).ShouldBeNull();
        LateFailure.Of(new MailReport(ReportKind.AutoReply, [new()]), _ => true).ShouldBeNull();
    }

    private static string Group(string group, string action, string status) =>
        group.Replace("{0}", action, StringComparison.Ordinal).Replace("{1}", status, StringComparison.Ordinal);

    private static ReportedRecipient? Of(string groups) => LateFailure.Of(
        Reports.Read(Reports.Dsn("Reporting-MTA: dns; mx.example.net\n\n" + groups)),
        address => address == "ada@example.com");
}
