using System.Diagnostics;
using Actors.Mail.Replies;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;
using static Actors.Mail.Replies.BounceScope;

namespace Actors.Mail.Tests.Replies;

public sealed class BounceClassifierTests
{
    [Theory]
    [InlineData("554 5.7.1 <a@b.example>: Relay access denied", RelayingDenied, Soft, Policy, "words.relay")]
    [InlineData("550 5.7.1 Rejected: User unknown", InvalidRecipient, Hard, Recipient, "words.unknown-user")]
    [InlineData("450 4.1.1 User unknown, verifying", InvalidRecipient, Soft, Recipient, "words.unknown-user")]
    [InlineData("452 4.2.2 The mailbox is full", MailboxFull, Soft, Recipient, "words.full")]
    [InlineData("552 5.2.2 Mailbox full", MailboxFull, Soft, Recipient, "words.full")]
    [InlineData("554 5.7.1 Listed by Spamhaus", SpamContent, Soft, SenderIp, "words.blocklist")]
    [InlineData("554 5.7.1 Looks like SPAM", SpamContent, Soft, Content, "words.spam")]
    [InlineData("451 4.7.0 Message held for review", OutOfBand, Soft, Policy, "words.held")]
    [InlineData("451 4.7.1 Greylisted, come back later", MailBlock, Soft, Policy, "words.greylist")]
    [InlineData("556 5.1.10 Null MX", DnsFailure, Hard, Domain, "status.1.10")]
    [InlineData("550 5.1.2 Bad destination", DnsFailure, Hard, Domain, "status.1.2")]
    [InlineData("553 5.1.7 Bad sender", MailBlock, Soft, Policy, "status.1.7")]
    [InlineData("553 5.1.8 Sender's domain", MailBlock, Soft, Policy, "status.1.8")]
    [InlineData("550 5.1.1 Nope", InvalidRecipient, Hard, Recipient, "status.1")]
    [InlineData("550 5.2.2 Nope", MailboxFull, Soft, Recipient, "status.2.2")]
    [InlineData("552 5.2.3 Too long", GenericBounce, Soft, Content, "status.2.3")]
    [InlineData("550 5.2.1 Nope", InvalidRecipient, Soft, Recipient, "status.2.1")]
    [InlineData("550 5.1.0 Nope", GenericBounce, Soft, Recipient, "status.1.0")]
    [InlineData("552 5.3.4 Too big", GenericBounce, Soft, Content, "status.3.4")]
    [InlineData("451 4.4.1 No answer", BounceCategory.Timeout, Soft, BounceScope.System, "status.4.1")]
    [InlineData("451 4.4.4 No route", DnsFailure, Soft, Domain, "status.4.4")]
    [InlineData("554 5.4.7 Expired", BounceCategory.Timeout, Soft, BounceScope.System, "status.4.7")]
    [InlineData("554 5.6.0 Bad MIME", GenericBounce, Soft, Content, "status.6")]
    [InlineData("550 5.7.26 Unauthenticated", MailBlock, Soft, Policy, "status.7")]
    [InlineData("552 Nope", MailboxFull, Soft, Recipient, "code.552")]
    [InlineData("421 Go away", MailBlock, Soft, Policy, "code.421")]
    [InlineData("550 Nope", GenericBounce, Soft, BounceScope.System, "code.any")]
    public void every_rule_has_a_case(
        string text, BounceCategory category, BounceHardness hardness, BounceScope scope, string rule)
    {
        Reply.TryParse(text, out var reply).ShouldBeTrue();
        var permanence = reply.IsPermanent ? BouncePermanence.Permanent : BouncePermanence.Transient;
        BounceClassifier.Classify(reply, BounceChannel.Dsn)
            .ShouldBe(new Bounce(category, BounceChannel.Dsn, permanence, hardness, scope, rule));
    }

    [Theory]
    [InlineData(ConnectionFault.NoSuchDomain, DnsFailure, Hard)]
    [InlineData(ConnectionFault.NullMx, DnsFailure, Hard)]
    [InlineData(ConnectionFault.NoMailServer, DnsFailure, Hard)]
    [InlineData(ConnectionFault.NameServerFailed, DnsFailure, Soft)]
    [InlineData(ConnectionFault.Unreachable, DnsFailure, Soft)]
    [InlineData(ConnectionFault.Refused, DnsFailure, Soft)]
    [InlineData(ConnectionFault.TimedOut, BounceCategory.Timeout, Soft)]
    [InlineData(ConnectionFault.TlsFailed, MailBlock, Soft)]
    [InlineData(ConnectionFault.ProtocolBroken, Undetermined, Soft)]
    public void what_is_hard_without_a_reply_is_permanent(
        ConnectionFault fault, BounceCategory category, BounceHardness hardness)
    {
        var bounce = BounceClassifier.Classify(fault);
        var permanence = hardness == Hard ? BouncePermanence.Permanent : BouncePermanence.Transient;
        (bounce.Category, bounce.Hardness, bounce.Permanence).ShouldBe((category, hardness, permanence));
    }

    [Fact]
    public void success_is_no_bounce() =>
        Should.Throw<ArgumentException>(() => BounceClassifier.Classify(Reply.Of(250, "ok")));

    /// <summary>A million characters in quadratic time would take an hour and more.</summary>
    [Theory]
    [InlineData("a ")]
    [InlineData("relay ")]
    [InlineData("mailbox i")]
    public void a_reply_bomb_takes_linear_time(string piece)
    {
        var reply = Reply.Of(550, string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));
        var watch = Stopwatch.StartNew();
        BounceClassifier.Classify(reply).Rule.ShouldBe("code.any");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(10));
    }
}
