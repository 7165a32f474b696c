using System.Text;
using System.Text.RegularExpressions;
using Actors.Mail.Replies;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Mail.Tests.Replies;

public sealed partial class BounceClassifierPropertyTests
{
    /// <summary>Steps for each character, and for trying the rules once or twice.</summary>
    private const int StepsPerCharacterMax = 40;

    private static int StepsAtLeast => 2 * BounceClassifier.Rules.Count;

    [Fact]
    public void any_bytes_get_one_answer_and_the_same_again() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            var text = Encoding.Latin1.GetString(bytes ?? []);
            return BounceClassifier.Classify(text) == BounceClassifier.Classify(text);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void any_cut_and_splice_of_replies_gets_an_answer_in_linear_time()
    {
        var pieces = Gen.Elements(BounceCases.All.Select(expected => expected.Text).Append("<a@").Append("\u0301\r\n"));
        var texts = from parts in Gen.ListOf(pieces)
                    from cut in Gen.Choose(0, 200)
                    select string.Join(' ', parts)[..Math.Min(cut * 10, string.Join(' ', parts).Length)];
        Prop.ForAll(texts.ToArbitrary(), text => StepsOf(text) <= StepsAtLeast + (text.Length * StepsPerCharacterMax))
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("relay ")]
    [InlineData("mailbox i")]
    [InlineData("a-")]
    [InlineData("a.")]
    [InlineData("a@")]
    [InlineData("5.1.")]
    [InlineData("550 ")]
    [InlineData("550-5.1.1 said: ")]
    [InlineData("user unknown spam blocked using ")]
    public void a_reply_bomb_takes_steps_in_line_with_its_length(string piece)
    {
        var half = string.Concat(Enumerable.Repeat(piece, ReplyLimits.ClassifiedTextMax / 2 / piece.Length));
        StepsOf(half + half).ShouldBeLessThanOrEqualTo((2 * StepsOf(half)) + StepsAtLeast);
        StepsOf(half).ShouldBeLessThanOrEqualTo(StepsAtLeast + (half.Length * StepsPerCharacterMax));
    }

    [Fact]
    public void beyond_the_limit_nothing_is_looked_at()
    {
        var filler = new string('x', ReplyLimits.ClassifiedTextMax);
        BounceClassifier.Classify(filler + " user unknown").Rule.ShouldBe("text.unknown");
        StepsOf(filler + filler).ShouldBe(StepsOf(filler));
        BounceClassifier.Classify("user unknown " + filler).Rule.ShouldBe("recipient.unknown");
    }

    [Fact]
    public void where_the_lines_of_a_reply_were_joined_their_code_in_the_middle_of_a_sentence_changes_nothing()
    {
        foreach (var (whole, begin) in BounceCases.All.Select(expected => (expected.Text, Begin(expected.Text))))
        {
            if (begin.Length == 0 || whole.IndexOf(begin[..3], 3, StringComparison.Ordinal) > 0)
                continue;
            for (var at = whole.IndexOf(' ', begin.Length); at > 0; at = whole.IndexOf(' ', at + 1))
            {
                foreach (var line in (string[])[$" {begin}", $"\n{begin}", $" {begin[..3]}-{begin[4..]}"])
                {
                    var joined = whole[..at] + line + whole[(at + 1)..];
                    BounceClassifier.Classify(joined).ShouldBe(BounceClassifier.Classify(whole), joined);
                }
            }
        }
    }

    [Fact]
    public void no_time_out_is_hard_and_no_block_of_ours_is_the_recipients_fault()
    {
        foreach (var bounce in BounceCases.All.Select(expected => BounceClassifier.Classify(expected.Text)))
        {
            if (bounce.Hardness == BounceHardness.Hard)
                bounce.Category.ShouldBeOneOf(BounceCategory.InvalidRecipient, BounceCategory.DnsFailure);
            if (bounce.Category is BounceCategory.MailBlock or BounceCategory.SpamContent)
                bounce.Scope.ShouldNotBe(BounceScope.Recipient);
        }
    }

    /// <summary>"550 ", "550 5.1.1 ", or nothing; and nothing where another reply is quoted.</summary>
    private static string Begin(string text) => text.Contains(" said: ", StringComparison.Ordinal)
        ? ""
        : BeginOfReply().Match(text).Value;

    [GeneratedRegex(@"^[45][0-9]{2} ([45]\.[0-9]+\.[0-9]+ )?")]
    private static partial Regex BeginOfReply();

    private static int StepsOf(string text)
    {
        BounceClassifier.Classify(Diagnostic.Read(text), BounceChannel.Session, out var steps);
        return steps;
    }
}
