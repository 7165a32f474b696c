using Actors.Grains.Messages;
using Actors.Mail.Replies;
using Actors.Mail.Reports;
using Actors.Silo.Inbound;

namespace Actors.Silo.Tests.Inbound;

public sealed class LateFailureReplyTests
{
    [Theory]
    [InlineData("550 5.1.1 no such user", null, null, "550 5.1.1 no such user")]
    [InlineData("the mailbox is gone", "5.1.6", null, "550 5.1.6 the mailbox is gone")]
    [InlineData("the mailbox is gone", "5.1.6", 553, "553 5.1.6 the mailbox is gone")]
    [InlineData("452 4.2.2 full", "4.2.2", 452, "550 5.2.2 452 4.2.2 full")]
    [InlineData("", null, null, "550 5.0.0 The report does not say why")]
    public void the_words_of_the_report_become_a_reply_that_refuses(
        string diagnostic, string? status, int? code, string expected) =>
        Of(diagnostic, status, code).Reply.ToString().ShouldBe(expected);

    [Fact]
    public void its_meaning_stays()
    {
        var late = Of("550 5.1.1 no such user", "5.1.1", 550);
        late.Verdict.ShouldBe(new Verdict("invalid_recipient", Hard: true, "recipient", "rule"));
        late.Host.ShouldBe("mx.example.net");
    }

    private static LateReport.Bounce Of(string diagnostic, string? status, int? code) =>
        LateFailureReply.Of(new ReportedRecipient
        {
            Diagnostic = diagnostic,
            Status = status is null ? null : EnhancedStatusCode.Parse(status),
            ReplyCode = code,
            RemoteMta = "mx.example.net",
            Bounce = new Bounce(
                BounceCategory.InvalidRecipient, BounceChannel.Dsn, BouncePermanence.Permanent, BounceHardness.Hard,
                BounceScope.Recipient, "rule"),
        });
}
