using System.Buffers;
using System.Collections.Immutable;
using Actors.Mail.Replies.Matching;

namespace Actors.Mail.Replies.Rules;

/// <summary>The table made ready: all phrases in one automaton, and each rule a few bits to test.</summary>
internal sealed class CompiledRules
{
    private static readonly SearchValues<char> NoWords = SearchValues.Create("0123456789. ");

    private readonly PhraseAutomaton automaton;
    private readonly ImmutableArray<CompiledRule> rules;
    private readonly ImmutableArray<(ReplyStage Stage, int Set)> stages;
    private readonly int doubts;
    private readonly int sets;

    internal CompiledRules(IEnumerable<BounceRule> table)
    {
        var builder = new PhraseAutomatonBuilder();
        var count = CompiledRule.AnyWord + 1;
        stages = [.. StagePhrases.InOrder.Select(pair => (pair.Stage, Add(pair.Phrases)))];
        doubts = Add(DoubtPhrases.All);
        rules = [.. table.Select(rule => new CompiledRule(rule, Add(rule.Any), Add(rule.With), Add(rule.Without)))];
        automaton = builder.Build();
        sets = count;

        int Add(string[] phrases)
        {
            if (phrases.Length == 0)
                return CompiledRule.NoSet;
            foreach (var phrase in phrases)
                builder.Add(phrase, count);
            return count++;
        }
    }

    /// <summary>The first rule all of whose conditions hold: for what is quoted, else for the whole text.</summary>
    /// <param name="steps">What it took, in characters looked at and rules tried.</param>
    internal Verdict Decide(Diagnostic failure, out int steps)
    {
        var text = failure.Text.AsSpan(0, Math.Min(failure.Text.Length, ReplyLimits.ClassifiedTextMax));
        Span<bool> marks = stackalloc bool[sets];
        var prefix = new LinePrefix(failure.Code, failure.Status);
        steps = Mark(text, prefix, marks);
        var stage = failure.Stage != ReplyStage.Unknown ? failure.Stage : StageOf(marks);
        if (stage == ReplyStage.Unknown && NamelessReply.In(text, Math.Min(failure.At, text.Length)))
            stage = ReplyStage.Content;
        var quoted = QuotedReply.In(text, failure.At);
        var rule = quoted.IsEmpty
            ? First(marks, failure, stage, ref steps)
            : OfQuoted(quoted, prefix, marks, failure, stage, ref steps);
        return new Verdict(rule, stage, marks[doubts]);
    }

    private BounceRule OfQuoted(
        ReadOnlySpan<char> quoted, LinePrefix prefix, ReadOnlySpan<bool> marks, Diagnostic failure, ReplyStage stage,
        ref int steps)
    {
        Span<bool> quotedMarks = stackalloc bool[sets];
        steps += failure.Text.Length + Mark(quoted, prefix, quotedMarks);
        var whole = First(marks, failure, stage, ref steps);
        if (whole.IsAboutQuotation)
            return whole;
        return First(quotedMarks, failure, stage, ref steps) is { HasWords: true } said ? said : whole;
    }

    private int Mark(ReadOnlySpan<char> text, LinePrefix prefix, Span<bool> marks)
    {
        var folded = ArrayPool<char>.Shared.Rent(FoldedText.RoomFor(text.Length));
        var words = folded.AsSpan(0, FoldedText.Fold(text, folded, prefix));
        marks[CompiledRule.AnyWord] = words.ContainsAnyExcept(NoWords);
        var steps = automaton.Mark(words, marks);
        ArrayPool<char>.Shared.Return(folded);
        return (text.Length * FoldedText.VisitsMax) + steps;
    }

    private BounceRule First(ReadOnlySpan<bool> marks, Diagnostic failure, ReplyStage stage, ref int steps)
    {
        foreach (var rule in rules)
        {
            steps++;
            if (rule.Matches(marks, failure, stage))
                return rule.Rule;
        }

        throw new InvalidOperationException("The last rule matches everything.");
    }

    private ReplyStage StageOf(ReadOnlySpan<bool> marks)
    {
        foreach (var (stage, set) in stages)
            if (marks[set])
                return stage;
        return ReplyStage.Unknown;
    }
}
