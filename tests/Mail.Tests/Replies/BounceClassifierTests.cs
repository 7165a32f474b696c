using Actors.Mail.Replies;
using static Actors.Mail.Replies.BounceCategory;
using static Actors.Mail.Replies.BounceHardness;

namespace Actors.Mail.Tests.Replies;

public sealed class BounceClassifierTests
{
    [Theory]
    [InlineData(ConnectionFault.NoSuchDomain, DnsFailure, Hard)]
    [InlineData(ConnectionFault.NullMx, DnsFailure, Hard)]
    [InlineData(ConnectionFault.NoMailServer, DnsFailure, Hard)]
    [InlineData(ConnectionFault.NameServerFailed, DnsFailure, Soft)]
    [InlineData(ConnectionFault.Unreachable, DnsFailure, Soft)]
    [InlineData(ConnectionFault.Refused, DnsFailure, Soft)]
    [InlineData(ConnectionFault.TimedOut, BounceCategory.Timeout, Soft)]
    [InlineData(ConnectionFault.TlsFailed, GenericBounce, Soft)]
    [InlineData(ConnectionFault.LoginFailed, MailBlock, Soft)]
    [InlineData(ConnectionFault.ConnectionLost, BounceCategory.Timeout, Soft)]
    [InlineData(ConnectionFault.ProtocolBroken, Undetermined, Soft)]
    public void what_is_hard_without_a_reply_is_permanent(
        ConnectionFault fault, BounceCategory category, BounceHardness hardness)
    {
        var bounce = BounceClassifier.Classify(fault);
        var permanence = hardness == Hard ? BouncePermanence.Permanent : BouncePermanence.Transient;
        (bounce.Category, bounce.Hardness, bounce.Permanence).ShouldBe((category, hardness, permanence));
    }

    [Fact]
    public void our_own_wording_of_a_fault_is_told_by_the_fault() =>
        BounceClassifier.Classify(Reply.Of(451, "4.4.1", "User unknown") with { Fault = ConnectionFault.Refused })
            .Rule.ShouldBe("fault.refused");

    [Fact]
    public void a_login_of_ours_that_is_refused_is_nobodys_fault_but_ours()
    {
        var refused = Reply.Of(451, "4.7.8", "The server refused the login: 550 5.1.1 User unknown") with
        {
            Fault = ConnectionFault.LoginFailed,
        };
        var bounce = BounceClassifier.Classify(refused, stage: ReplyStage.Opening);
        (bounce.Permanence, bounce.Hardness, bounce.Scope, bounce.Rule)
            .ShouldBe((BouncePermanence.Transient, Soft, BounceScope.System, "fault.login"));
    }

    [Theory]
    [InlineData("a.de ")]
    [InlineData("a.de,b.com.")]
    [InlineData("1.2 a.b.c.org<")]
    public void a_text_of_nothing_but_short_domains_has_room(string domains) =>
        BounceClassifier.Classify(string.Concat(Enumerable.Repeat(domains, ReplyLimits.ClassifiedTextMax)))
            .Category.ShouldBe(Undetermined);

    [Fact]
    public void success_is_no_bounce() =>
        Should.Throw<ArgumentException>(() => BounceClassifier.Classify(Reply.Of(250, "ok")));

    [Fact]
    public void a_full_mailbox_ends_the_message_and_spares_the_address()
    {
        var bounce = BounceClassifier.Classify(Reply.Of(552, "5.2.2", "Mailbox full"));
        (bounce.Category, bounce.Permanence, bounce.Hardness)
            .ShouldBe((MailboxFull, BouncePermanence.Permanent, Soft));
    }

    /// <summary>Receivers that filter for a recipient say so, too: words alone are one witness.</summary>
    [Theory]
    [InlineData("550", null, ReplyStage.Unknown, InvalidRecipient, Soft)]
    [InlineData("550", "5.1.1", ReplyStage.Unknown, InvalidRecipient, Hard)]
    [InlineData("550", null, ReplyStage.Recipient, InvalidRecipient, Hard)]
    [InlineData("450", null, ReplyStage.Recipient, InvalidRecipient, Soft)]
    [InlineData("450", "4.1.1", ReplyStage.Unknown, InvalidRecipient, Soft)]
    [InlineData("550", null, ReplyStage.Content, MailBlock, Soft)]
    [InlineData("550", null, ReplyStage.Mail, MailBlock, Soft)]
    public void an_unknown_user_is_hard_only_with_a_second_witness(
        string code, string? status, ReplyStage stage, BounceCategory category, BounceHardness hardness)
    {
        Reply.TryParse($"{code} {status} User unknown", out var reply).ShouldBeTrue();
        var bounce = BounceClassifier.Classify(reply, BounceChannel.Session, stage);
        (bounce.Category, bounce.Hardness).ShouldBe((category, hardness));
    }

    [Theory]
    [InlineData("550 5.1.1 User unknown", Hard)]
    [InlineData("550 5.1.1 User unknown. This is a warning message only", Soft)]
    [InlineData("550 5.1.1 User unknown, please try again later", Soft)]
    [InlineData("550 5.1.1 User unknown or blocked", Soft)]
    [InlineData("550 5.1.1 User unknown, or your IP has a bad reputation", Soft)]
    [InlineData("550 5.1.1 Mailbox not found, or its quota is used up", Soft)]
    [InlineData("Host or domain name not found: example.org", Hard)]
    [InlineData("551 5.1.2 Domain not found", Hard)]
    [InlineData("551 5.7.1 Domain not found", Soft)]
    [InlineData("Host or domain name not found: example.org. The message will be retried for 2 more days", Soft)]
    public void what_a_text_leaves_open_is_soft(string text, BounceHardness hardness) =>
        BounceClassifier.Classify(text).Hardness.ShouldBe(hardness);

    /// <summary>Words that say nothing of the address make its status one witness.</summary>
    [Theory]
    [InlineData("no", ReplyStage.Unknown, Soft)]
    [InlineData("no", ReplyStage.Content, Soft)]
    [InlineData("no", ReplyStage.Recipient, Hard)]
    [InlineData("", ReplyStage.Unknown, Hard)]
    [InlineData("<nobody@example.org>", ReplyStage.Unknown, Hard)]
    public void a_status_beside_other_words_is_hard_only_where_rcpt_was_refused(
        string text, ReplyStage stage, BounceHardness hardness) =>
        BounceClassifier.Classify(Reply.Of(550, "5.1.1", text), BounceChannel.Session, stage)
            .Hardness.ShouldBe(hardness);

    [Fact]
    public void the_stage_is_read_from_the_text_where_nobody_knows_it()
    {
        const string Said = "host mx.example.org[192.0.2.1] said: 550 <a@example.org>: User unknown (in reply to ";
        BounceClassifier.Classify(Said + "RCPT TO command)").Hardness.ShouldBe(Hard);
        BounceClassifier.Classify(Said + "end of DATA command)").Category.ShouldBe(MailBlock);
        BounceClassifier.Classify(Said + "MAIL FROM command)").Category.ShouldBe(MailBlock);
    }

    [Theory]
    [InlineData("550 5.1.1 <spam@example.org>: User unknown")]
    [InlineData("550 5.1.1 <quota.exceeded@example.org>: User unknown")]
    [InlineData("host spam-filter.example.org said: 550 5.1.1 User unknown")]
    public void names_of_addresses_and_hosts_decide_nothing(string text) =>
        BounceClassifier.Classify(text).Rule.ShouldBe("recipient.unknown");

    [Theory]
    [InlineData("550 5.1.1 This is not a valid e-mail")]
    [InlineData("550 5.1.1 THIS IS NOT A VALID E-Mail")]
    [InlineData("550 5.1.1 This is not a valid email")]
    [InlineData("550 5.1.1 This isn't a known mailbox")]
    [InlineData("550 5.1.1 The recipient can't be found")]
    [InlineData("550 5.1.1 The recipient can not be found")]
    public void words_that_are_written_in_two_ways_are_one(string text) =>
        BounceClassifier.Classify(text).Rule.ShouldBe("recipient.unknown");

    /// <summary>The shorter endings of what was read so far may begin the phrase, in any script.</summary>
    [Theory]
    [InlineData("mailbox is full", MailboxFull)]
    [InlineData("邮箱已满", MailboxFull)]
    [InlineData("メールボックスがいっぱい", MailboxFull)]
    [InlineData("ящик переполнен", MailboxFull)]
    [InlineData("пользователь не найден", InvalidRecipient)]
    [InlineData("用户不存在", InvalidRecipient)]
    public void a_phrase_is_found_behind_any_beginning_of_itself(string phrase, BounceCategory category)
    {
        for (var i = 0; i <= phrase.Length; i++)
        {
            foreach (var between in (string[])[" ", "、", " ч ", " 箱 ", " m "])
            {
                var text = phrase[..i] + between + phrase;
                BounceClassifier.Classify(text).Category.ShouldBe(category, text);
            }
        }
    }

    [Fact]
    public void what_a_report_quotes_says_more_than_the_report() =>
        BounceClassifier.Classify(
                "Address not found. The response from the remote server was: 550 5.7.1 Too many messages per hour")
            .Rule.ShouldBe("block.rate");

    [Fact]
    public void a_report_says_more_than_a_quotation_without_reason() =>
        BounceClassifier.Classify(
                "Address not found. The response from the remote server was: 550 rejected")
            .Category.ShouldBe(InvalidRecipient);

    [Fact]
    public void a_late_report_without_reason_is_out_of_band()
    {
        BounceClassifier.Classify("Sorry", BounceChannel.Dsn).Category.ShouldBe(OutOfBand);
        BounceClassifier.Classify("550 5.1.1 User unknown", BounceChannel.Dsn).Category.ShouldBe(InvalidRecipient);
        BounceClassifier.Classify("Sorry", BounceChannel.Session).Category.ShouldBe(Undetermined);
    }
}
