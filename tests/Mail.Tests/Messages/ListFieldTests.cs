using Actors.Mail.Messages;

namespace Actors.Mail.Tests.Messages;

/// <summary>The fields by which receivers know lists and those who send to them.</summary>
public sealed class ListFieldTests
{
    private static readonly FeedbackId Feedback = FeedbackId.Of("acc_shop", "marketing", "shop", "actors");

    [Fact]
    public void one_click_is_announced_beside_the_page()
    {
        ListUnsubscribe.TryCreate(
            "https://shop.example/leave?t=1", "mailto:leave@shop.example?subject=leave", true, out var list, out _)
            .ShouldBeTrue();
        var text = Drafts.Text(Drafts.Simple with { ListUnsubscribe = list });
        text.ShouldContain(
            "\r\nList-Unsubscribe: <https://shop.example/leave?t=1>,\r\n <mailto:leave@shop.example?subject=leave>\r\n"
            + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    }

    [Fact]
    public void without_one_click_nothing_is_to_be_posted()
    {
        ListUnsubscribe.TryCreate(null, "mailto:leave@shop.example", false, out var list, out _).ShouldBeTrue();
        var text = Drafts.Text(Drafts.Simple with { ListUnsubscribe = list });
        text.ShouldContain("\r\nList-Unsubscribe: <mailto:leave@shop.example>\r\n");
        text.ShouldNotContain("List-Unsubscribe-Post");
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("http://shop.example/", null, true)]
    [InlineData(null, "mailto:a@shop.example", true)]
    [InlineData("javascript:alert(1)", null, false)]
    [InlineData("https://shop.example/>\r\nBcc: a@b.example", null, false)]
    [InlineData("https://shop.example/a b", null, false)]
    [InlineData("https://shop.example/\u00fc", null, false)]
    [InlineData("https://shop.example/<a>", null, false)]
    [InlineData("/leave", null, false)]
    [InlineData(null, "a@shop.example", false)]
    [InlineData(null, "mailto:", false)]
    [InlineData(null, "mailto:a%0d%0a@shop.example", false)]
    public void what_no_reader_could_follow_is_refused(string? url, string? mailto, bool oneClick)
    {
        ListUnsubscribe.TryCreate(url, mailto, oneClick, out _, out var problem).ShouldBeFalse();
        problem.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("https://shop.example/a b", "The url holds U+0020")]
    [InlineData("https://shop.example/\u00fc", "The url holds U+00FC")]
    [InlineData("https://shop.example/\U0001F600", "The url holds U+1F600")]
    [InlineData("https://shop.example/<a>", "The url holds U+003C")]
    [InlineData("/leave", "The url has to begin with https:// or http://")]
    [InlineData("javascript:alert(1)", "The url has to begin with https:// or http://")]
    [InlineData("https:///leave", "The url names no host")]
    [InlineData("", "The url is empty")]
    [InlineData("https://shop.example/LONG", "The url has 921 characters; at most 900 are allowed")]
    public void what_is_wrong_with_a_page_is_said(string url, string said)
    {
        url = url.Replace("LONG", new string('x', 900), StringComparison.Ordinal);
        ListUnsubscribe.TryCreate(url, null, false, out _, out var problem).ShouldBeFalse();
        problem.ShouldStartWith(said);
    }

    [Theory]
    [InlineData("a@shop.example", "The mailto has to begin with mailto:")]
    [InlineData("mailto:", "The mailto names no address")]
    [InlineData("mailto:a b@shop.example", "The mailto holds U+0020")]
    public void what_is_wrong_with_a_mailto_is_said(string mailto, string said)
    {
        ListUnsubscribe.TryCreate(null, mailto, false, out _, out var problem).ShouldBeFalse();
        problem.ShouldStartWith(said);
    }

    [Fact]
    public void a_page_has_at_most_900_characters()
    {
        const string Page = "https://shop.example/";
        var longest = Page + new string('x', MessageLimits.UnfoldableRunMax - Page.Length);
        ListUnsubscribe.TryCreate(longest, null, true, out _, out _).ShouldBeTrue();
        ListUnsubscribe.TryCreate(longest + "x", null, true, out _, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("news.shop.example", "<news.shop.example>")]
    [InlineData("<news.shop.example>", "<news.shop.example>")]
    [InlineData("News <news.shop.example>", "News <news.shop.example>")]
    [InlineData("Grüße <news.shop.example>", "=?utf-8?B?R3LDvMOfZQ==?= <news.shop.example>")]
    public void a_list_has_a_name_and_an_identifier(string text, string written)
    {
        ListId.TryParse(text, out var id).ShouldBeTrue();
        Drafts.Text(Drafts.Simple with { ListId = id }).ShouldContain($"\r\nList-Id: {written}\r\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("news")]
    [InlineData("news..example")]
    [InlineData("n\u00fc.example")]
    [InlineData("a b.example")]
    [InlineData("News\r\nBcc: x <news.shop.example>")]
    [InlineData("News> <news.shop.example>")]
    [InlineData(">")]
    public void what_is_no_list_id_is_refused(string text) => ListId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void the_identifier_of_a_list_has_at_most_255_octets()
    {
        var longest = string.Concat("a.", new string('x', MessageLimits.ListIdMax - 2));
        ListId.TryParse(longest, out _).ShouldBeTrue();
        ListId.TryParse(longest + "x", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Precedence.List, "\r\nPrecedence: list\r\n")]
    [InlineData(Precedence.Bulk, "\r\nPrecedence: bulk\r\n")]
    public void the_stream_decides_the_precedence(Precedence precedence, string written) =>
        Drafts.Text(Drafts.Simple with { Marks = new SendingMarks(precedence, Feedback) })
            .ShouldContain("\r\nFeedback-ID: acc_shop:marketing:shop:actors" + written);

    [Fact]
    public void programs_say_that_they_are_programs() =>
        Drafts.Text(Drafts.Simple with { AutoSubmission = AutoSubmission.Generated })
            .ShouldContain("\r\nAuto-Submitted: auto-generated\r\n");

    [Theory]
    [InlineData("four", false)]
    [InlineData("fives", true)]
    [InlineData("fifteen-letters", true)]
    [InlineData("sixteen-letters-", false)]
    [InlineData("a:b:c", false)]
    [InlineData(null, false)]
    public void a_sender_id_has_5_to_15_characters(string? sender, bool right)
    {
        FeedbackId.IsSender(sender).ShouldBe(right);
        if (!right)
            Should.Throw<ArgumentException>(() => FeedbackId.Of("", "", "", sender!));
    }

    [Fact]
    public void what_no_identifier_may_have_becomes_a_hyphen() =>
        FeedbackId.Of("a:b\r\n", "", new string('x', FeedbackId.PartMax + 1), "actors").Value
            .ShouldBe($"a-b--::{new string('x', FeedbackId.PartMax)}:actors");
}
