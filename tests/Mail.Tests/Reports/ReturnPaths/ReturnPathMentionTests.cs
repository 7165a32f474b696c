using Actors.Mail.Macs;
using Actors.Mail.Parsing;
using Actors.Mail.Reports.ReturnPaths;

namespace Actors.Mail.Tests.Reports.ReturnPaths;

public sealed class ReturnPathMentionTests
{
    private static readonly MacKeys Keys = MacKeys.Of(new MacKey(1, new byte[32]));
    private static readonly string First = Made(1);
    private static readonly string Second = Made(2);

    [Theory]
    [InlineData("Original-Mail-From: <{0}@bounces.example.org>", "Subject: a")]
    [InlineData("Feedback-Type: abuse", "Return-Path: <{0}@bounces.example.org>")]
    [InlineData("Feedback-Type: abuse", "Received: from a by b (envelope-from\n {0}@bounces.example.org); date")]
    [InlineData("Feedback-Type: abuse", "Message-ID: <{0}@bounces.example.org>")]
    [InlineData("Feedback-Type: abuse", "Feedback-ID: {0}:a:b:actors")]
    public void it_is_found_wherever_the_report_tells_of_it(string field, string original) =>
        Found(Report(field, original)).ShouldBe([1]);

    [Fact]
    public void the_reports_own_fields_come_first_and_each_is_told_once() => Found(Report(
        "Original-Mail-From: <{1}@bounces.example.org>",
        "Return-Path: <{0}@bounces.example.org>\nX-Path: {0}@bounces.example.org")).ShouldBe([2, 1]);

    [Fact]
    public void what_is_part_of_a_longer_word_is_none() =>
        Found(Report("Feedback-Type: abuse", "Return-Path: <x{0}@bounces.example.org>\nX: {0}a")).ShouldBeEmpty();

    [Fact]
    public void the_text_of_the_report_is_not_looked_at() =>
        Found(Report("Feedback-Type: abuse", "Subject: a").Replace("A report.", First, StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void no_more_are_looked_at_than_the_limit() =>
        Found(Report("Feedback-Type: abuse", string.Join('\n', Enumerable.Range(0, 100).Select(i => $"X: {Made(i)}"))))
            .Length.ShouldBe(ReturnPathMentions.MentionsMax);

    [Fact]
    public void mail_that_is_no_report_has_none() => Found("Subject: hello\n\ntext").ShouldBeEmpty();

    private static int[] Found(string mail) =>
        [.. ReturnPathMentions.In(ParsedMail.Parse(Reports.Bytes(mail))).Select(token => token.Recipient)];

    private static string Made(int recipient) =>
        ReturnPathToken.Make(Keys, new ReturnPathSubject("demo", 7, recipient, 9, 1));

    private static string Report(string field, string original) => $"""
        From: fbl@example.net
        Content-Type: multipart/report; report-type=feedback-report; boundary=b

        --b

        A report.
        --b
        Content-Type: message/feedback-report

        {field}
        --b
        Content-Type: message/rfc822

        {original}

        text
        --b--
        """.Replace("{0}", First, StringComparison.Ordinal).Replace("{1}", Second, StringComparison.Ordinal);
}
