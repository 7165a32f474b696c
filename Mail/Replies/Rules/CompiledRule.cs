using System.Collections.Immutable;
using System.Globalization;

namespace Actors.Mail.Replies.Rules;

/// <summary>A rule whose phrases have become the numbers of sets that were found or not.</summary>
internal sealed class CompiledRule(BounceRule rule, int any, int with, int without)
{
    internal const int NoSet = -1;

    /// <summary>The set that is marked where the text has any word.</summary>
    internal const int AnyWord = 0;

    private readonly ImmutableArray<(int Subject, int? Detail)> statuses = [.. rule.Statuses.Select(Parse)];

    internal BounceRule Rule => rule;

    internal bool Matches(ReadOnlySpan<bool> marks, Diagnostic failure, ReplyStage stage) =>
        (any == NoSet || marks[any])
        && (with == NoSet || marks[with])
        && (without == NoSet || !marks[without])
        && (rule.Codes.Length == 0 || (failure.Code is { } code && Array.IndexOf(rule.Codes, code) >= 0))
        && (!rule.WithoutCode || failure.Code is null)
        && (!rule.WithoutStatus || failure.Status is null)
        && (!rule.WithoutWords || !marks[AnyWord])
        && (statuses.Length == 0 || (failure.Status is { } status && IsOneOf(status)))
        && (rule.Stages.Length == 0 || Array.IndexOf(rule.Stages, stage) >= 0);

    private bool IsOneOf(EnhancedStatusCode status)
    {
        foreach (var (subject, detail) in statuses)
            if (status.Subject == subject && (detail is null || detail == status.Detail))
                return true;
        return false;
    }

    private static (int Subject, int? Detail) Parse(string status)
    {
        var dot = status.IndexOf('.', StringComparison.Ordinal);
        return dot < 0
            ? (Number(status), null)
            : (Number(status[..dot]), Number(status[(dot + 1)..]));
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
