using Actors.Mail.Replies;

namespace Actors.Mail.Tests.Reports;

/// <summary>What a report means where its fields alone would mislead.</summary>
public sealed class MeaningTests
{
    [Theory]
    [InlineData("Diagnostic-Code: x-unix; no such user")]
    [InlineData("Diagnostic-Code: x-unix; 2")]
    [InlineData("Remote-MTA: dns; mx.example.com")]
    public void a_program_that_failed_is_never_the_fault_of_the_address(string field)
    {
        var bounce = Meaning($"""
            Final-Recipient: rfc822; |/opt/list/bin/take ada@example.com
            Action: failed
            Status: 5.0.0
            {field}
            """);
        bounce.Category.ShouldBe(BounceCategory.GenericBounce);
        bounce.Scope.ShouldBe(BounceScope.System);
        bounce.Hardness.ShouldBe(BounceHardness.Soft);
    }

    [Fact]
    public void what_procmail_prints_of_users_is_not_about_the_address() => Meaning("""
        Final-Recipient: rfc822; ada@example.com
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: x-unix; procmail: Lock failure on "/var/mail/ada" id: mx: No such user
        """).ShouldSatisfyAllConditions(
            bounce => bounce.Category.ShouldBe(BounceCategory.GenericBounce),
            bounce => bounce.Hardness.ShouldBe(BounceHardness.Soft));

    [Fact]
    public void a_diagnostic_that_is_a_bare_number_gives_way_to_the_transcript()
    {
        var report = Reports.Read(Reports.Dsn(
            """
            Final-Recipient: rfc822; ada@example.com
            Action: delayed
            Status: 4.5.0
            Diagnostic-Code: X-Unix; 74
            """,
            """
               ----- Transcript of session follows -----
            451 4.0.0 Input/output error
            Warning: message still undelivered after 4 hours
            Will keep trying until message is 3 days old
            """));
        report.Recipients[0].Diagnostic.ShouldBe("451 4.0.0 Input/output error");
        report.Recipients[0].ReplyCode.ShouldBe(451);
        report.Recipients[0].Status.ToString().ShouldBe("4.5.0");
        report.Recipients[0].Bounce!.Category.ShouldBe(BounceCategory.GenericBounce);
    }

    [Fact]
    public void a_transcript_of_several_recipients_is_not_the_diagnostic_of_each()
    {
        var report = Reports.Read(Reports.Dsn(
            """
            Final-Recipient: rfc822; ada@example.com
            Action: failed
            Status: 5.0.0

            Final-Recipient: rfc822; bob@example.com
            Action: failed
            Status: 5.0.0
            """,
            "552 5.2.2 mailbox full"));
        report.Recipients.ShouldAllBe(recipient => recipient.Diagnostic.Length == 0);
    }

    [Theory]
    [InlineData("Mail for the following recipients was aborted after 3.5 hour(s):")]
    [InlineData("Delivery failed 12 attempts: ada@example.com")]
    [InlineData("This message has been in the queue too long.")]
    public void where_the_diagnostic_gives_no_reason_the_notice_says_that_time_was_up(string notice) => Meaning("""
        Final-Recipient: rfc822; ada@example.com
        Action: failed
        Status: 5.0.0
        Diagnostic-Code: x-local; Gateway 7
        """, notice).Category.ShouldBe(BounceCategory.Timeout);

    [Theory]
    [InlineData("452 4.4.5 Insufficient disk space; try again later", "system.full")]
    [InlineData("554 5.6.0 Message is too large", "content.too-large")]
    public void a_refusal_with_a_reason_is_not_explained_by_the_notice(string diagnostic, string rule) => Meaning($"""
        Final-Recipient: rfc822; ada@example.com
        Action: failed
        Status: 5.0.0
        Diagnostic-Code: smtp; {diagnostic}
        """, "The message has been in the queue too long.").Rule.ShouldBe(rule);

    [Fact]
    public void a_status_without_any_field_that_says_why_is_explained_by_the_notice() => Meaning("""
        Final-Recipient: rfc822; ada@example.com
        Action: failed
        """, "The mailbox is full.").Category.ShouldBe(BounceCategory.MailboxFull);

    [Theory]
    [InlineData("smtp; 550 5.2.1 <ada@example.com>... User Unknown", "The mail could not be delivered.")]
    [InlineData("smtp; 550 : User unknown", "The mail could not be delivered.")]
    [InlineData(
        "smtp; 550 5.0.0 User unknown", "host mx.example.com said: 550 User unknown (in reply to end of DATA command)")]
    public void user_unknown_of_a_mailbox_that_had_been_accepted_is_a_block(string diagnostic, string notice) =>
        Meaning(Failed(diagnostic), notice).Category.ShouldBe(BounceCategory.MailBlock);

    [Theory]
    [InlineData(
        "smtp; 550 5.2.1 <ada@example.com>... User Unknown", "SMTP error from remote server after RCPT command:")]
    [InlineData("smtp; 550 <ada@example.com>: User unknown", "The mail could not be delivered.")]
    public void user_unknown_of_an_address_that_was_refused_is_not(string diagnostic, string notice) =>
        Meaning(Failed(diagnostic), $"<ada@example.com>:\n{notice}\n{diagnostic[6..]}")
            .Category.ShouldBe(BounceCategory.InvalidRecipient);

    [Fact]
    public void a_footer_does_not_explain_a_status_that_says_it_all() => Meaning("""
        Final-Recipient: rfc822; ada@example.com
        Action: failed
        Status: 5.1.1
        """, "The delivery failed:\n\n  ada@example.com\n\nThis mail was scanned for viruses and spam.")
        .Category.ShouldBe(BounceCategory.InvalidRecipient);

    [Fact]
    public void a_status_that_two_give_different_meanings_is_explained_by_the_notice() => Meaning("""
        Final-Recipient: rfc822; ada@example.com
        Action: failed
        Status: 5.1.10
        """, "Ada was not found at example.com. Unknown To address.").Category.ShouldBe(BounceCategory.InvalidRecipient);

    [Fact]
    public void a_status_of_an_earlier_attempt_is_not_the_one_of_the_refusal() => Reports.Read(Reports.Dsn("""
        Final-Recipient: rfc822; ada@example.com
        Action: failed
        Status: 5.0.0
        Diagnostic-Code: smtp; 554 no
        """, "451 4.4.1 reply: read error from mx.example.com")).Recipients[0].Status.ToString().ShouldBe("5.0.0");

    [Fact]
    public void a_header_that_a_policy_refuses_is_a_block() =>
        Meaning(Failed("smtp; 554 5.7.0 Header error")).Category.ShouldBe(BounceCategory.MailBlock);

    [Fact]
    public void a_domain_that_does_not_exist_is_no_mailbox_that_does_not() =>
        Meaning(Failed("smtp; 553 mail.example.com does not exist")).ShouldSatisfyAllConditions(
            bounce => bounce.Category.ShouldBe(BounceCategory.DnsFailure),
            bounce => bounce.Scope.ShouldBe(BounceScope.Domain));

    private static string Failed(string diagnostic) => $"""
        Final-Recipient: rfc822; ada@example.com
        Action: failed
        Diagnostic-Code: {diagnostic}
        """;

    private static Bounce Meaning(string status, string notice = "Not delivered.") =>
        Reports.Read(Reports.Dsn(status, notice)).Recipients.ShouldHaveSingleItem().Bounce!;
}
