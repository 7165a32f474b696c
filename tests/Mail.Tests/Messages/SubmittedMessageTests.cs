using System.Text;
using Actors.Mail.Messages;
using Actors.Mail.Replies;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Messages;

public sealed class SubmittedMessageTests
{
    private const string Whole =
        "Date: Mon, 09 Mar 2026 08:05:07 -0330\r\nMessage-ID: <1@a.example>\r\nFrom: Anna <anna@a.example>\r\n"
        + "To: b@b.example, =?utf-8?Q?J=C3=BCrgen?= <j@b.example>\r\n"
        + "Subject: =?utf-8?B?R3LDvMOfZQ==?= all\r\n\r\nHi\r\n.\r\n";

    private static readonly SubmissionDefaults Defaults = new(
        new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.Zero), MessageId.Parse("new@mx.example"), SmtpUtf8: true);

    [Fact]
    public void a_complete_message_is_kept_as_it_came()
    {
        var raw = Encoding.UTF8.GetBytes(Whole);
        SubmittedMessage.TryRead(raw, Defaults, out var message, out _).ShouldBeTrue();
        message.Segments.ShouldHaveSingleItem().ShouldBe(raw.AsMemory());
        message.From.ShouldHaveSingleItem().ToString().ShouldBe("\"Anna\" <anna@a.example>");
        message.Sender.ShouldBeNull();
        message.To.Select(m => m.ToString()).ShouldBe(["b@b.example", "\"Jürgen\" <j@b.example>"]);
        message.Cc.ShouldBeEmpty();
        message.Subject.ShouldBe("Grüße all");
        message.MessageId.Value.ShouldBe("1@a.example");
        message.Date.ShouldBe(new DateTimeOffset(2026, 3, 9, 8, 5, 7, TimeSpan.FromHours(-3.5)));
        (message.IsEightBit, message.HasInternationalHeader, message.IdempotencyKey).ShouldBe((false, false, null));
        (message.Length, message.LongestLine).ShouldBe((raw.Length, 54));
    }

    [Theory]
    [InlineData("From: a@b.example\r\n\r\nx\r\n")]
    [InlineData("From: a@b.example\r\nDate: yesterday\r\nMessage-ID: 7\r\n\r\nx\r\n")]
    public void a_missing_or_unreadable_date_and_id_are_ours(string raw)
    {
        var message = Accepted(raw);
        Stored(message).ShouldBe("Date: Wed, 01 Apr 2026 12:00:00 +0000\r\nMessage-ID: <new@mx.example>\r\n"
            + "From: a@b.example\r\n\r\nx\r\n");
        (message.Date, message.MessageId).ShouldBe((Defaults.Now, Defaults.MessageId));
    }

    [Fact]
    public void blind_copies_and_platform_headers_never_stay()
    {
        const string Resent = "Resent-Bcc: secret3@c.example\r\nresent-bcc: secret4@c.example\r\n";
        var message = Accepted("Return-Path: <x@y.example>\r\nBCC: secret@c.example,\r\n\tsecret2@c.example\r\n"
            + Whole.Replace("To: b", Resent + "X-Idempotency-Key: k-1 \r\nTo: b", StringComparison.Ordinal));
        Stored(message).ShouldBe(Whole);
        message.IdempotencyKey.ShouldBe("k-1");
    }

    [Fact]
    public void a_header_that_is_all_gone_but_one_field_is_still_a_header() =>
        Stored(Accepted("From: a@b.example\r\nDate: 1 Jan 2026 00:00 GMT\r\nMessage-ID: <a@b>\r\nBcc: x@y.example"))
            .ShouldBe("From: a@b.example\r\nDate: 1 Jan 2026 00:00 GMT\r\nMessage-ID: <a@b>\r\n\r\n");

    [Fact]
    public void an_unended_last_line_is_ended() => Stored(Accepted(Whole + "end")).ShouldBe(Whole + "end\r\n");

    [Theory]
    [InlineData("From")]
    [InlineData("Sender")]
    [InlineData("Reply-To")]
    [InlineData("To")]
    [InlineData("Cc")]
    [InlineData("Bcc")]
    [InlineData("Message-ID")]
    [InlineData("In-Reply-To")]
    [InlineData("References")]
    [InlineData("Subject")]
    [InlineData("Date")]
    [InlineData("MIME-Version")]
    [InlineData("Content-Type")]
    [InlineData("Content-Transfer-Encoding")]
    [InlineData("X-Idempotency-Key")]
    public void what_may_stand_once_is_refused_twice(string name)
    {
        var field = $"{name}: a@b.example\r\n";
        var twice = field + field.ToUpperInvariant() + (name == "From" ? "" : "From: a@b.example\r\n") + "\r\n";
        Refused(twice).ShouldBe(Reply.Of(550, "5.6.0", $"The {name.ToUpperInvariant()} header may stand only once"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("\r\nFrom: a@b.example\r\n")]
    [InlineData("Subject: x\r\n\r\n")]
    [InlineData("From:\r\n\r\n")]
    [InlineData("From: Anna\r\n\r\n")]
    [InlineData("From: a@b.example c@d.example\r\n\r\n")]
    [InlineData("From: a@b.example, Anna\r\n\r\n")]
    [InlineData("From: <>\r\n\r\n")]
    [InlineData("From: <a@b.example> x\r\n\r\n")]
    [InlineData("From: nobody:;\r\n\r\n")]
    [InlineData("From: a@b.example, c@d.example\r\n\r\n")]
    [InlineData("From: a@b.example\r\nSender: x\r\n\r\n")]
    [InlineData("From: a@b.example\r\nSender: c@d.example, e@f.example\r\n\r\n")]
    [InlineData("From: a@b.example\r\nSender:\r\n\r\n")]
    [InlineData("From: a@b.example\r\nX-Idempotency-Key:\r\n\r\n")]
    [InlineData("From: a@b.example\r\nX-Idempotency-Key: a b\r\n\r\n")]
    [InlineData("From: a@b.example\r\nno field\r\n\r\n")]
    [InlineData("From : a@b.example\r\n\r\n")]
    [InlineData("From a@b Mon Mar  9 08:05:07 2026\r\nFrom: a@b.example\r\n\r\n")]
    [InlineData(" folded\r\nFrom: a@b.example\r\n\r\n")]
    [InlineData(": empty\r\nFrom: a@b.example\r\n\r\n")]
    [InlineData("Fr\u00f6m: x\r\nFrom: a@b.example\r\n\r\n")]
    [InlineData("From: a@b.example\n\nx\n")]
    [InlineData("From: a@b.example\r\n\r\nx\ny\r\n")]
    [InlineData("From: a@b.example\r\n\r\nx\ry\r\n")]
    [InlineData("From: a@b.example\r\n\r\nx\r")]
    [InlineData("From: a@b.example\r\n\r\nx\0y\r\n")]
    [InlineData("From: a@b.example\r\nSubject: x\0y\r\n\r\n")]
    public void what_cannot_be_sent_is_refused(string raw)
    {
        var refusal = Refused(raw);
        (refusal.Code, refusal.Status.ToString()).ShouldBe((550, "5.6.0"));
    }

    [Fact]
    public void several_authors_need_a_sender()
    {
        var message = Accepted(
            "From: a@b.example, c@d.example\r\nSender: e@f.example\r\nResent-From: g@h.example\r\n\r\n");
        message.Sender!.Address.ToString().ShouldBe("e@f.example");
        message.Identities.Select(a => a.ToString())
            .ShouldBe(["a@b.example", "c@d.example", "e@f.example", "g@h.example"]);
    }

    [Fact]
    public void a_message_that_goes_in_circles_is_refused()
    {
        var received = string.Concat(Enumerable.Repeat("Received: from x by y\r\n", MessageLimits.ReceivedFieldsMax));
        Accepted(received + Whole).ReceivedCount.ShouldBe(MessageLimits.ReceivedFieldsMax);
        Refused("Received: from x by y\r\n" + received + Whole).Status.ToString().ShouldBe("5.4.6");
    }

    [Fact]
    public void a_line_has_at_most_998_octets()
    {
        Accepted(Whole + new string('x', 998) + "\r\n").LongestLine.ShouldBe(998);
        Refused(Whole + new string('x', 999) + "\r\n").Text.ShouldContain("998");
        Accepted($"X: {new string('x', 995)}\r\n{Whole}").LongestLine.ShouldBe(998);
        Refused($"X: {new string('x', 996)}\r\n{Whole}").Text.ShouldContain("998");
    }

    [Fact]
    public void header_sizes_are_limited()
    {
        var line = $" {new string('x', 989)}\r\n"; // 992 octets
        var fields = string.Concat(Enumerable.Repeat("X: y\r\n", MessageLimits.HeaderFieldsMax - 5));
        Accepted(fields + Whole);
        Refused("X: y\r\n" + fields + Whole).Text.ShouldContain("1000");
        Accepted("X:\r\n" + string.Concat(Enumerable.Repeat(line, 66)) + Whole);
        Refused("X:\r\n" + string.Concat(Enumerable.Repeat(line, 67)) + Whole).Text.ShouldContain("64 KiB");
        var big = "X:\r\n" + string.Concat(Enumerable.Repeat(line, 60));
        Accepted(string.Concat(Enumerable.Repeat(big, 4)) + Whole);
        Refused(string.Concat(Enumerable.Repeat(big, 5)) + Whole).Text.ShouldContain("256 KiB");
    }

    [Fact]
    public void an_idempotency_key_has_at_most_256_characters()
    {
        Accepted($"X-Idempotency-Key: {new string('k', MessageLimits.IdempotencyKeyMax)}\r\n{Whole}");
        Refused($"X-Idempotency-Key: {new string('k', MessageLimits.IdempotencyKeyMax + 1)}\r\n{Whole}");
    }

    [Fact]
    public void a_campaign_is_decoded_and_taken_out()
    {
        var message = Accepted($"X-Campaign: =?utf-8?Q?Fr=C3=BChling?=\r\n 2030\r\n{Whole}");
        message.Campaign.ShouldBe("Frühling 2030");
        Stored(message).ShouldBe(Whole);
        Accepted(Whole).Campaign.ShouldBeNull();
    }

    [Fact]
    public void a_campaign_has_1_to_128_characters_and_stands_once()
    {
        Accepted($"X-Campaign: {new string('k', MessageLimits.CampaignMax)}\r\n{Whole}");
        Refused($"X-Campaign: {new string('k', MessageLimits.CampaignMax + 1)}\r\n{Whole}");
        Refused($"X-Campaign: \r\n{Whole}");
        Refused($"X-Campaign: a\r\nx-campaign: b\r\n{Whole}");
    }

    /// <summary>Random pieces of mail: never a fault, and what was accepted is accepted again, unchanged.</summary>
    [Fact]
    public void whatever_comes_is_refused_or_stored_so_that_nothing_is_left_to_change()
    {
        var pieces = Gen.Elements(
            "From: a@b.example\r\n", "Bcc: x@y.example\r\n", "bCC:\r\n", "To: c@d.example,\r\n e@f.example\r\n",
            "Date: \r\n", "Message-ID: <x@y>\r\n", "Return-Path: <>\r\n", "X-Idempotency-Key: k\r\n",
            "Subject: =?utf-8?Q?=0D=0A?=\r\n",
            " folded\r\n", "\r\n", "text\r\n", ".\r\n", "no end", "é", ":", "\r", "\n", "\0", "\t", "X: y\r\n", "(");
        Prop.ForAll(Gen.ArrayOf(pieces).Select(p => "From: <z@z.example>\r\n" + string.Concat(p)).ToArbitrary(), raw =>
        {
            if (!SubmittedMessage.TryRead(Encoding.UTF8.GetBytes(raw), Defaults, out var message, out _))
                return;
            var stored = Stored(message);
            var again = Accepted(stored);
            again.Segments.Length.ShouldBe(1, stored);
            Stored(again).ShouldBe(stored);
            stored.ShouldEndWith("\r\n");
            var header = stored.Split("\r\n\r\n")[0];
            header.ShouldNotContain("\nBcc:");
            header.ShouldNotContain("\nReturn-Path:");
            message.Subject.ShouldNotContain('\r');
            (again.Date, again.MessageId).ShouldBe((message.Date, message.MessageId));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void eight_bit_bodies_and_headers_are_told_apart()
    {
        Accepted(Whole + "é\r\n").IsEightBit.ShouldBeTrue();
        Accepted(Whole + "é\r\n").HasInternationalHeader.ShouldBeFalse();
        var international = Accepted("Subject: Grüße\r\nFrom: ä@b.example\r\n\r\n");
        (international.HasInternationalHeader, international.IsEightBit).ShouldBe((true, false));
        (international.Subject, international.From[0].Address.LocalPart).ShouldBe(("Grüße", "ä"));
    }

    [Theory]
    [InlineData("Subject: Gr\u00fc\u00dfe\r\n", false, "declare SMTPUTF8")]
    [InlineData("X-\u00fc: a\r\n", false, "not a header field")]
    [InlineData("Subject: \\xfc\r\n", false, "not UTF-8")]
    [InlineData("Subject: \\xfc\r\n", true, "not UTF-8")]
    public void eight_bit_headers_that_nobody_declared_are_answered_clearly(string field, bool declared, string told)
    {
        var text = field.Replace("\\xfc", "\0", StringComparison.Ordinal) + "From: a@b.example\r\n\r\n";
        var raw = Encoding.UTF8.GetBytes(text).Select(b => b == 0 ? (byte)0xFC : b).ToArray();
        SubmittedMessage.TryRead(raw, Defaults with { SmtpUtf8 = declared }, out _, out var refusal).ShouldBeFalse();
        refusal.Text.ShouldContain(told);
        refusal.Code.ShouldBe(550);
    }

    [Theory]
    [InlineData("Bcc : secret@c.example\r\n")]
    [InlineData("bCC \t: secret@c.example\r\n")]
    [InlineData("BCC\t:\r\n secret@c.example,\r\n\tsecret2@c.example\r\n")]
    [InlineData("Resent-Bcc  :secret@c.example\r\nresent-bcc :\r\n\t(x)\r\n\tsecret@c.example\r\n")]
    public void blind_copies_in_obsolete_syntax_go_too(string field)
    {
        Stored(Accepted(field + Whole)).ShouldBe(Whole);
        Stored(Accepted(Whole.Replace("\r\n\r\n", $"\r\n{field}\r\n", StringComparison.Ordinal))).ShouldBe(Whole);
    }

    [Fact]
    public void a_decoded_line_end_is_no_line_end() =>
        Accepted("From: a@b.example\r\nSubject: =?utf-8?Q?a=0D=0ABcc:_x?=\r\n\r\n").Subject.ShouldBe("a  Bcc: x");

    private static SubmittedMessage Accepted(string raw)
    {
        SubmittedMessage.TryRead(Encoding.UTF8.GetBytes(raw), Defaults, out var message, out var refusal)
            .ShouldBeTrue(refusal?.ToString());
        return message!;
    }

    private static Reply Refused(string raw)
    {
        SubmittedMessage.TryRead(Encoding.UTF8.GetBytes(raw), Defaults, out _, out var refusal).ShouldBeFalse();
        return refusal!;
    }

    private static string Stored(SubmittedMessage message) =>
        string.Concat(message.Segments.Select(s => Encoding.UTF8.GetString(s.Span)));
}
