using System.Text;
using Actors.Mail.Messages;

namespace Actors.Mail.Tests.Messages;

/// <summary>The platform's marks in a header that somebody else wrote.</summary>
public sealed class MarkedMessageTests
{
    private const string Added = "Feedback-ID: acc_shop:transactional:shop:actors\r\nPrecedence: list\r\n";

    private static readonly SendingMarks Marks =
        new(Precedence.List, FeedbackId.Of("acc_shop", "transactional", "shop", "actors"));

    [Fact]
    public void marks_stand_below_the_trace_and_above_the_rest() =>
        Marked("Received: a\r\n b\r\nReceived: c\r\nFrom: a@b.example\r\nReceived: d\r\n\r\nBody\r\n")
            .ShouldBe($"Received: a\r\n b\r\nReceived: c\r\n{Added}From: a@b.example\r\nReceived: d\r\n\r\nBody\r\n");

    [Fact]
    public void a_precedence_of_its_own_stays() =>
        Marked("precedence: bulk\r\n\r\n").ShouldBe(
            "Feedback-ID: acc_shop:transactional:shop:actors\r\nprecedence: bulk\r\n\r\n");

    [Fact]
    public void every_feedback_id_but_ours_goes() =>
        Marked("FEEDBACK-ID: x:y:\r\n z:w\r\nFrom: a@b.example\r\nFeedback-Id: 2\r\n\r\nFeedback-ID: body\r\n")
            .ShouldBe($"{Added}From: a@b.example\r\n\r\nFeedback-ID: body\r\n");

    [Theory]
    [InlineData("Received: a", Added + "Received: a")]
    [InlineData("Received: a\r\n", "Received: a\r\n" + Added)]
    [InlineData("", Added)]
    public void a_header_without_a_body_gets_whole_lines(string text, string marked) => Marked(text).ShouldBe(marked);

    [Fact]
    public void without_marks_and_without_a_header_nothing_changes()
    {
        var raw = Encoding.UTF8.GetBytes("From: a@b.example\r\n\r\n");
        string.Concat(MarkedMessage.Of(raw, SendingMarks.None).Select(piece => Encoding.UTF8.GetString(piece.Span)))
            .ShouldBe("From: a@b.example\r\n\r\n");
        Marked("no header\r\n").ShouldBe("no header\r\n");
    }

    [Fact]
    public void without_marks_of_ours_a_feedback_id_goes_all_the_same() => string.Concat(
        MarkedMessage.Of(
            Encoding.UTF8.GetBytes("Received: a\r\nFeedback-ID: x:y\r\nPrecedence: bulk\r\n\r\nbody"),
            SendingMarks.None).Select(piece => Encoding.UTF8.GetString(piece.Span)))
        .ShouldBe("Received: a\r\nPrecedence: bulk\r\n\r\nbody");

    private static string Marked(string raw) => string.Concat(
        MarkedMessage.Of(Encoding.UTF8.GetBytes(raw), Marks).Select(piece => Encoding.UTF8.GetString(piece.Span)));
}
