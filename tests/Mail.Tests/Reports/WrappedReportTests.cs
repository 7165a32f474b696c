using Actors.Mail.Replies;

namespace Actors.Mail.Tests.Reports;

/// <summary>Reports that gateways and servers put together in ways of their own.</summary>
public sealed class WrappedReportTests
{
    private const string Status = "Final-Recipient: rfc822; ada@example.com\nAction: failed\nStatus: 5.1.1\n";

    private static string Wrapped(string head, string words) => $"""
        {head}
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="outer"

        --outer
        Content-Type: text/plain

        {words}
        --outer
        Content-Type: message/rfc822

        {Reports.Dsn(Status)}
        --outer--

        """;

    [Theory]
    [InlineData("")]
    [InlineData("This e-mail is confidential. If you are not the addressee, delete it.")]
    public void a_report_that_a_gateway_attaches_is_read(string words) => Reports.Short(Reports.Read(Wrapped(
        "From: postmaster@gw.example.net\nTo: bounces@sender.example.org\nSubject: Delivery Status Notification",
        words))).ShouldBe(["ada@example.com failed 5.1.1"]);

    [Fact]
    public void a_report_that_a_person_passes_on_is_none() => Reports.IsReport(Wrapped(
        "From: Bob <bob@example.com>\nTo: news@sender.example.org\nSubject: see this", "What does it mean?"))
        .ShouldBeFalse();

    [Fact]
    public void a_notice_that_names_somebody_goes_before_the_report_it_gives_back() => Reports.Short(Reports.Read(
        Wrapped(
            "From: MAILER-DAEMON@mx.example.net\nTo: postmaster@gw.example.net\nSubject: failure notice",
            "<bob@example.org>: 552 5.2.2 mailbox full"))).ShouldBe(["bob@example.org failed 5.2.2"]);

    [Fact]
    public void words_for_people_may_have_the_type_of_a_status()
    {
        var report = Reports.Read(Reports.Dsn(Status.Replace("5.1.1", "5.3.0", StringComparison.Ordinal),
            "<ada@example.com>: the mailbox is full.").Replace(
            "text/plain; charset=utf-8", "message/delivery-status", StringComparison.Ordinal));
        Reports.Short(report).ShouldBe(["ada@example.com failed 5.3.0"]);
        report.Recipients[0].Bounce!.Category.Title().ShouldBe("Mailbox full");
    }

    [Theory]
    [InlineData("550 what is this", "bad-mailbox", "Invalid recipient")]
    [InlineData("550 what is this", "Inactive-Mailbox", "Invalid recipient")]
    [InlineData("550 what is this", "quota-issues", "Mailbox full")]
    [InlineData("550 what is this", "bad-domain", "DNS failure")]
    [InlineData("550 what is this", "no-answer-from-host", "Timeout")]
    [InlineData("550 what is this", "relaying-issues", "Relaying denied")]
    [InlineData("550 what is this", "policy-related", "Mail Block")]
    [InlineData("550 what is this", "spam-related", "Spam Content / Block")]
    [InlineData("550 what is this", "other", "Generic bounce")]
    [InlineData("552 5.2.2 mailbox full", "bad-mailbox", "Mailbox full")]
    [InlineData("550 5.2.1 <ada@example.com>... User Unknown", "bad-mailbox", "Invalid recipient")]
    [InlineData("550 5.2.1 <ada@example.com>... User Unknown", "policy-related", "Mail Block")]
    public void what_the_reporting_server_calls_it_counts_where_the_words_are_not_enough(
        string reply, string name, string expected)
    {
        var bounce = Reports.Read(Reports.Dsn($"""
            Final-Recipient: rfc822; ada@example.com
            Action: failed
            Diagnostic-Code: smtp; {reply}
            X-PowerMTA-BounceCategory: {name}
            """)).Recipients.ShouldHaveSingleItem().Bounce!;
        bounce.Category.Title().ShouldBe(expected);
        bounce.Hardness.ShouldBe(BounceHardness.Soft);
    }
}
