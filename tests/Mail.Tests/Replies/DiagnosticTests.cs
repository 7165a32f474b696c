using Actors.Mail.Replies;

namespace Actors.Mail.Tests.Replies;

public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("550 5.1.1 No such user", 550, "5.1.1")]
    [InlineData("smtp; 550 5.1.1 No such user", 550, "5.1.1")]
    [InlineData("host mx.example.org[192.0.2.25] said: 450 4.2.0 Later (in reply to RCPT TO command)", 450, "4.2.0")]
    [InlineData("550-5.7.1 One\n550 5.7.1 Two", 550, "5.7.1")]
    [InlineData("#550 5.1.1 RESOLVER.ADR.RecipNotFound ##", 550, "5.1.1")]
    [InlineData("Sorry, no mailbox here by that name. (#5.1.1)", null, "5.1.1")]
    [InlineData("Remote Server returned '550 5.7.1 Refused'", 550, "5.7.1")]
    [InlineData("5.1.0 - Unknown address error '5.2.2 Mailbox full'", null, "5.2.2")]
    [InlineData("554 554 5.7.1 Refused", 554, "5.7.1")]
    [InlineData("smtp; 552-5.2.3 Too large", 552, "5.2.3")]
    [InlineData("mx-550-5.1.1", null, null)]
    [InlineData("552 message too long", 552, null)]
    [InlineData("said: 550 recipient unknown", 550, null)]
    [InlineData("no more than 500 messages", null, null)]
    [InlineData("354 End data with a dot 451 4.3.0 Error", 451, "4.3.0")]
    [InlineData("451 busy 551 not our user 503 need RCPT", 551, null)]
    [InlineData("503 5.5.1 RCPT first 550 5.1.1 Unknown", 550, "5.1.1")]
    [InlineData("ERROR_CODE :550, ERROR_CODE :5.1.1", 550, "5.1.1")]
    [InlineData("[550 5.1.1 Unknown]", 550, "5.1.1")]
    [InlineData("550", 550, null)]
    [InlineData("", null, null)]
    [InlineData("250 2.0.0 ok", null, null)]
    [InlineData("connect to 192.0.2.5[192.0.2.5]:25 failed", null, null)]
    [InlineData("5.7.1.2 is an address", null, null)]
    [InlineData("version 4.92.3 is running", null, null)]
    [InlineData("room 550b, message of 500 MB, after 500 seconds", null, null)]
    [InlineData("550550 x550 550x", null, null)]
    [InlineData("5.5.0.550", null, null)]
    [InlineData("550 5.0.0 and then 5.1.1", 550, "5.1.1")]
    [InlineData("554 5.4.7 expired, last said 450 4.2.2", 554, "4.2.2")]
    [InlineData("code=550<br>", 550, null)]
    public void code_and_status_are_found_wherever_they_stand(string text, int? code, string? status)
    {
        var read = Diagnostic.Read(text);
        (read.Code, read.Status?.ToString()).ShouldBe((code, status));
    }

    [Fact]
    public void a_reply_keeps_its_own_code_and_status()
    {
        var read = Diagnostic.Of(Reply.Of(550, "5.7.1", "quoting 421 4.4.2"), ReplyStage.Content);
        (read.Code, read.Status?.ToString(), read.Stage).ShouldBe((550, "5.7.1", ReplyStage.Content));
    }
}
