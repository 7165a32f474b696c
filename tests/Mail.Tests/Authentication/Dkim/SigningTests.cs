using System.Buffers;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Dkim.Signing;
using Actors.Mail.Authentication.Dkim.Verifying;

namespace Actors.Mail.Tests.Authentication.Dkim;

public sealed class SigningTests
{
    private const string Message = "Received: from a by b\r\nDate: Mon, 9 Mar 2026 08:05:07 +0000\r\n"
        + "Message-ID: <1@example.com>\r\nFrom: Anna <anna@example.com>\r\nTo: bob@example.net\r\nSubject: Hello\r\n"
        + "List-Unsubscribe: <https://example.com/u>\r\nFeedback-ID: a:b:c:d\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: text/plain\r\n\r\nHi Bob\r\n";

    [Fact]
    public async Task what_is_signed_verifies() =>
        (await Signed.VerifyOne(Signed.Sign(Message))).ShouldBe(
            new DkimResult(DkimStatus.Pass, DomainName.Parse("example.com"), "mail", ""));

    [Fact]
    public void the_field_says_what_was_signed_and_how()
    {
        var field = Field(Signed.Sign(Message)).Replace("\r\n\t", " ", StringComparison.Ordinal);
        field.ShouldStartWith("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=mail; "
            + "t=1773043200; h=");
        field.ShouldNotContain("l=");
        Names(field).ShouldBe(
        [
            "from", "from", "to", "to", "cc", "subject", "subject", "date", "date", "message-id", "message-id",
            "reply-to", "mime-version", "content-type", "list-unsubscribe", "feedback-id",
        ]);
    }

    [Fact]
    public void no_line_of_the_field_is_longer_than_78_columns() =>
        Field(Signed.Sign(Message)).Split("\r\n").ShouldAllBe(line => line.Length <= 78);

    [Theory]
    [InlineData("Subject: Hello", "Subject: Hallo")]
    [InlineData("Subject: Hello", "Subject: Hel lo")]
    [InlineData("Subject: Hello\r\n", "")]
    [InlineData("From:", "From: eve@example.net\r\nFrom:")]
    [InlineData("Received:", "Subject: other\r\nReceived:")]
    [InlineData("Received:", "Cc: eve@example.net\r\nReceived:")]
    [InlineData("Received:", "Reply-To: eve@example.net\r\nReceived:")]
    [InlineData("<https://example.com/u>", "<https://example.net/u>")]
    [InlineData("Hi Bob", "Hi  Bob.")]
    [InlineData("Hi Bob", "HiBob")]
    [InlineData("Hi Bob\r\n", "Hi Bob\r\nmore\r\n")]
    [InlineData("d=example.com", "d=example.org")]
    public async Task a_change_that_readers_see_breaks_it(string from, string to)
    {
        var signed = Signed.Sign(Message).Replace(from, to, StringComparison.Ordinal);
        var zone = Signed.Zone.With("mail._domainkey.example.org", KeyRecord.TextFor(Signed.Key.Public));
        (await Signed.VerifyOne(signed, zone)).Status.ShouldBe(DkimStatus.Fail);
    }

    [Theory]
    [InlineData("Subject: Hello", "SUBJECT:\tHello  ")]
    [InlineData("Subject: Hello", "subject :\r\n Hello")]
    [InlineData("Hi Bob\r\n", "Hi \t Bob \r\n\r\n \r\n")]
    [InlineData("Received: from a by b\r\n", "Received: from c by d\r\nReceived: from a by b\r\nX-Spam: no\r\n")]
    public async Task a_change_on_the_way_does_not(string from, string to) =>
        (await Signed.VerifyOne(Signed.Sign(Message).Replace(from, to, StringComparison.Ordinal)))
            .Status.ShouldBe(DkimStatus.Pass);

    [Fact]
    public async Task several_signatures_stand_on_one_message_each_for_its_domain()
    {
        using var other = PrivateKey.Generate();
        var signed = Signed.Sign(
            Message, Signed.Signer, new DkimSigner(DomainName.Parse("bücher.example"), Selector.Parse("a.b"), other));
        var results = await Signed.Verify(
            signed, Signed.Zone.With("a.b._domainkey.xn--bcher-kva.example", KeyRecord.TextFor(other.Public)));
        results.Select(result => (result.Status, result.Domain!.Unicode)).ShouldBe(
            [(DkimStatus.Pass, "example.com"), (DkimStatus.Pass, "bücher.example")]);
    }

    [Fact]
    public async Task every_field_of_a_signed_name_is_covered()
    {
        var twice = Message.Replace("Feedback-ID:", "Feedback-ID: 1\r\nFeedback-ID:", StringComparison.Ordinal);
        var signed = Signed.Sign(twice);
        Names(Field(signed)).Count(name => name == "feedback-id").ShouldBe(2);
        (await Signed.VerifyOne(signed)).Status.ShouldBe(DkimStatus.Pass);
        (await Signed.VerifyOne(signed.Replace("Feedback-ID: 1", "Feedback-ID: 2", StringComparison.Ordinal)))
            .Status.ShouldBe(DkimStatus.Fail);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\nbody\r\n")]
    [InlineData("To: a@example.com\r\n\r\n")]
    [InlineData("From: a@example.com\r\nno field\r\n\r\n")]
    [InlineData(" From: a@example.com\r\n\r\n")]
    public void what_has_no_header_with_a_from_is_not_signed(string message)
    {
        var output = new ArrayBufferWriter<byte>();
        DkimSigning.TrySign(Encoding.UTF8.GetBytes(message), [Signed.Signer], Signed.Now, output).ShouldBeFalse();
        output.WrittenCount.ShouldBe(0);
    }

    [Fact]
    public async Task a_header_alone_can_be_signed() =>
        (await Signed.VerifyOne(Signed.Sign("From: a@example.com\r\n"))).Status.ShouldBe(DkimStatus.Pass);

    [Fact]
    public void many_threads_sign_with_one_key() => Parallel.For(0, 200, _ =>
        Signed.Verify(Signed.Sign(Message)).GetAwaiter().GetResult().ShouldHaveSingleItem()
            .Status.ShouldBe(DkimStatus.Pass));

    private static string Field(string signed) => signed[..signed.IndexOf("\r\nReceived:", StringComparison.Ordinal)];

    private static string[] Names(string field) => field.Split("h=")[1].Split(';')[0]
        .Replace("\r\n\t", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Split(':');
}
