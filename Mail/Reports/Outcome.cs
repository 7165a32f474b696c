using Actors.Mail.Replies;

namespace Actors.Mail.Reports;

/// <summary>Makes a record of what was found of one recipient: status, code and meaning.</summary>
internal static class Outcome
{
    /// <param name="found">Recipient, action, diagnostic, and the status field where there was one.</param>
    /// <param name="context">
    /// The words around it, asked where the diagnostic explains nothing; null where there are none.
    /// </param>
    /// <param name="stage">The command that was refused, where something beside the diagnostic tells it.</param>
    /// <param name="assumed">For the rules alone, where no status is told and the report itself has a class.</param>
    /// <param name="verdict">What the server that reports calls it; null where it has no name for it.</param>
    internal static ReportedRecipient Of(
        ReportedRecipient found,
        string? context,
        ReplyStage stage = ReplyStage.Unknown,
        EnhancedStatusCode? assumed = null,
        ServerVerdict? verdict = null)
    {
        var said = CodeScanner.Scan(found.Diagnostic, isProse: true);
        var around = context is null ? default : CodeScanner.Scan(context, isProse: true);
        var known = Best(found.Action, [said.Status, found.Status, Agreeing(around.Status, said.Code, found.Status)]);
        var result = found with { Status = known, ReplyCode = said.Code };
        if (found.Action is not (ReportAction.Failed or ReportAction.Delayed))
            return result;
        var bounce = Meaning(result, known ?? assumed, context, stage);
        bounce = verdict?.Over(bounce) ?? bounce;
        var failed = found.Action == ReportAction.Failed;
        return result with
        {
            Bounce = bounce with
            {
                Permanence = failed ? BouncePermanence.Permanent : BouncePermanence.Transient,
                Hardness = failed ? bounce.Hardness : BounceHardness.Soft,
            },
        };
    }

    /// <summary>A transcript may tell of earlier attempts, and of other hosts.</summary>
    private static EnhancedStatusCode? Agreeing(
        EnhancedStatusCode? around, int? code, EnhancedStatusCode? field) =>
        around?.Class == (field?.Class ?? code / 100 ?? around?.Class) ? around : null;

    /// <summary>The first that says why; else the first that says anything.</summary>
    private static EnhancedStatusCode? Best(ReportAction? action, ReadOnlySpan<EnhancedStatusCode?> choices)
    {
        var failed = action is ReportAction.Failed or ReportAction.Delayed;
        EnhancedStatusCode? vague = null;
        foreach (var choice in choices)
        {
            if (choice is not { } status || (status.Class == 2) == failed)
                continue;
            if (!status.IsVague)
                return status;
            vague ??= status;
        }

        return vague;
    }

    private static Bounce Meaning(
        ReportedRecipient result, EnhancedStatusCode? known, string? context, ReplyStage stage)
    {
        var code = result.ReplyCode is >= 400 ? result.ReplyCode : null;
        var bounce = Classify(result.Diagnostic);
        var isWeak = code is null && BounceClassifier.IsWeak(bounce);
        if (context is null || !(isWeak || BounceClassifier.IsUnexplained(bounce)))
            return bounce;
        var wider = Classify(context);
        return BounceClassifier.IsUnexplained(wider) || (isWeak && BounceClassifier.IsWeak(wider)) ? bounce : wider;

        Bounce Classify(string words) => BounceClassifier.Classify(
            Diagnostic.Read(IsProgram(result.Recipient) ? $"pipe to: {words}" : words) with
            {
                Code = code,
                Status = known,
                Stage = stage,
            },
            BounceChannel.Dsn);
    }

    /// <summary>"|/path/program": the mail had arrived, and what an alias names there failed.</summary>
    private static bool IsProgram(string? recipient) => recipient.AsSpan().TrimStart("\" ").StartsWith("|");
}
