namespace Actors.Mail.Tests.Reports;

/// <summary>Codes in notices and reports, where most numbers are none.</summary>
public sealed class ReplyInProseTests
{
    [Theory]
    [InlineData("The server said 550 no", 550, "")]
    [InlineData("The server answered: 550-5.1.1 no", 550, "5.1.1")]
    [InlineData("we tried 450 servers", null, "")]
    [InlineData("in the year 451 after", null, "")]
    [InlineData("354 go ahead", null, "")]
    [InlineData("Sorry, no mailbox. (#5.1.1)", null, "5.1.1")]
    [InlineData("(expired: 4.4.7) last (5.2.2)", null, "5.2.2")]
    [InlineData("550 5.5.1 no, and 5.7.1 besides", 550, "5.5.1")]
    [InlineData("room 12, 550.", 550, "")]
    [InlineData("code=550<br>", 550, "")]
    public void a_code_counts_where_a_reply_may_begin(string words, int? code, string status)
    {
        var recipient = Reports.Read(Reports.Dsn(
            $"Final-Recipient: rfc822; a@example.com\nAction: failed\nDiagnostic-Code: smtp; {words}"))
            .Recipients.ShouldHaveSingleItem();
        (recipient.ReplyCode, recipient.Status.ToString()).ShouldBe((code, status));
    }

    [Fact]
    public void replies_of_success_count_where_something_was_delivered()
    {
        var recipient = Reports.Read(Reports.Dsn(
            "Final-Recipient: rfc822; a@example.com\nAction: delivered\nDiagnostic-Code: smtp; 250 2.6.0 taken"))
            .Recipients.ShouldHaveSingleItem();
        (recipient.ReplyCode, recipient.Status.ToString()).ShouldBe((250, "2.6.0"));
    }
}
