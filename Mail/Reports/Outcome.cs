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
    internal static ReportedRecipient Of(
        ReportedRecipient found, string? context, ReplyStage stage = ReplyStage.Unknown)
    {
        var said = CodeScanner.Scan(found.Diagnostic, isProse: true);
        var around = context is null ? default : CodeScanner.Scan(context, isProse: true);
        var known = Best(found.Action, [said.Status, found.Status, around.Status]);
        var result = found with { Status = known ?? OfClass(found.Action), ReplyCode = said.Code };
        if (found.Action is not (ReportAction.Failed or ReportAction.Delayed))
            return result;
        var bounce = Meaning(result, known, context, stage);
        var failed = found.Action == ReportAction.Failed;
        return result with
        {
            Bounce = bounce with { Permanence = failed ? BouncePermanence.Permanent : BouncePermanence.Transient },
        };
    }

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

    private static EnhancedStatusCode? OfClass(ReportAction? action) => action switch
    {
        ReportAction.Failed => new EnhancedStatusCode(5, 0, 0),
        ReportAction.Delayed => new EnhancedStatusCode(4, 0, 0),
        _ => null,
    };

    private static Bounce Meaning(
        ReportedRecipient result, EnhancedStatusCode? known, string? context, ReplyStage stage)
    {
        var code = result.ReplyCode is >= 400 ? result.ReplyCode : null;
        var bounce = Classify(result.Diagnostic);
        if (context is null || !BounceClassifier.IsUnexplained(bounce))
            return bounce;
        var wider = Classify(context);
        return BounceClassifier.IsUnexplained(wider) ? bounce : wider;

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
