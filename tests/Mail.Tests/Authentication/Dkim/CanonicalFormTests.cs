using Actors.Mail.Authentication.Dkim.Verifying;

namespace Actors.Mail.Tests.Authentication.Dkim;

/// <summary>The forms of RFC 6376 §3.4, written down by hand.</summary>
public sealed class CanonicalFormTests
{
    private const string Tags = "v=1; a=rsa-sha256; d=example.com; s=mail; h=from:subject";

    [Theory]
    [InlineData("", "")]
    [InlineData("\r\n", "")]
    [InlineData(" \t\r\n\r\n", "")]
    [InlineData("a", "a\r\n")]
    [InlineData("a\r\n", "a\r\n")]
    [InlineData("a\r\n\r\n \r\n\t\r\n", "a\r\n")]
    [InlineData("a \t b\tc\r\n", "a b c\r\n")]
    [InlineData(" a\r\n\r\n\tb \r\n", " a\r\n\r\n b\r\n")]
    [InlineData("a \r\n  \r\nb", "a\r\n\r\nb\r\n")]
    [InlineData("a b  c", "a b c\r\n")]
    [InlineData("a\rb\nc \n\r\n", "a\rb\nc \n\r\n")]
    public async Task a_body_in_relaxed_form(string body, string form) => (await Signed.VerifyOne(Signed.ByHand(
        Tags + "; c=relaxed/relaxed", "from:a@example.com\r\nsubject:x\r\n", form,
        "From: a@example.com\r\nSubject: x\r\n\r\n" + body))).Status.ShouldBe(DkimStatus.Pass);

    [Theory]
    [InlineData("", "\r\n")]
    [InlineData("\r\n\r\n", "\r\n")]
    [InlineData("a", "a\r\n")]
    [InlineData("a \t b \r\n\r\n\r\n", "a \t b \r\n")]
    [InlineData("a\r\n \r\n\r\n", "a\r\n \r\n")]
    public async Task a_body_in_simple_form(string body, string form) => (await Signed.VerifyOne(Signed.ByHand(
        Tags, "From: a@example.com\r\nSubject: x\r\n", form,
        "From: a@example.com\r\nSubject: x\r\n\r\n" + body))).Status.ShouldBe(DkimStatus.Pass);

    [Theory]
    [InlineData("Subject: x y", "subject:x y")]
    [InlineData("SUBJECT \t:\t x \t y \t", "subject:x y")]
    [InlineData("Subject:\r\n x\r\n\ty\r\n ", "subject:x y")]
    [InlineData("subject:", "subject:")]
    [InlineData("Subject: \r\n\t", "subject:")]
    [InlineData("Subject: a:b", "subject:a:b")]
    public async Task a_field_in_relaxed_form(string field, string form) => (await Signed.VerifyOne(Signed.ByHand(
        Tags + "; c=relaxed", $"from:a@example.com\r\n{form}\r\n", "text\r\n",
        $"From: a@example.com\r\n{field}\r\n\r\ntext\r\n"))).Status.ShouldBe(DkimStatus.Pass);

    [Fact]
    public async Task a_field_in_simple_form_is_left_as_it_is()
    {
        const string Field = "SUBJECT \t:\t x\r\n \t y \r\n";
        (await Signed.VerifyOne(Signed.ByHand(
            Tags + "; c=simple/relaxed", "From: a@example.com\r\n" + Field, "a b\r\n",
            $"From: a@example.com\r\n{Field}\r\na  b\r\n"))).Status.ShouldBe(DkimStatus.Pass);
    }

    [Fact]
    public async Task fields_of_one_name_are_taken_from_below_and_those_that_are_not_there_are_nothing() =>
        (await Signed.VerifyOne(Signed.ByHand(
            "v=1; a=rsa-sha256; d=example.com; s=mail; c=relaxed; h=from:x:to:x:x:from",
            "from:a@example.com\r\nx:2\r\nx:1\r\n", "text\r\n",
            "X: 1\r\nFrom: a@example.com\r\nX: 2\r\n\r\ntext\r\n"))).Status.ShouldBe(DkimStatus.Pass);

    [Fact]
    public async Task a_body_far_larger_than_any_buffer_is_hashed_whole()
    {
        var lines = string.Concat(Enumerable.Repeat("word  word\tword \r\n" + new string('x', 900) + "\r\n", 5_000));
        var form = string.Concat(Enumerable.Repeat("word word word\r\n" + new string('x', 900) + "\r\n", 5_000));
        (await Signed.VerifyOne(Signed.ByHand(
            Tags + "; c=relaxed/relaxed", "from:a@example.com\r\nsubject:x\r\n", form,
            "From: a@example.com\r\nSubject: x\r\n\r\n" + lines))).Status.ShouldBe(DkimStatus.Pass);
    }
}
