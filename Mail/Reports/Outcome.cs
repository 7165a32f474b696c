using Actors.Mail.Replies;

namespace Actors.Mail.Reports;

/// <summary>Makes a record of what was found of one recipient: status, code and meaning.</summary>
internal static class Outcome
{
    /// <param name="found">Recipient, action, diagnostic, and the status field where there was one.</param>
    /// <param name="context">
    /// The words around it, asked where the diagnostic tells nothing; null where there are none.
    /// </param>
    internal static ReportedRecipient Of(ReportedRecipient found, string? context)
    {
        var said = Diagnostic.Of(found.Diagnostic);
        var around = context is null ? default : Diagnostic.Of(context);
        var status = Best(found.Action, [said.Status, found.Status, around.Status]);
        var result = found with { Status = status, ReplyCode = said.Code };
        return found.Action is ReportAction.Failed or ReportAction.Delayed
            ? result with { Bounce = Meaning(result, context) }
            : result;
    }

    /// <summary>The first that says why; else the first that says anything; else the class alone.</summary>
    private static EnhancedStatusCode? Best(ReportAction? action, ReadOnlySpan<EnhancedStatusCode?> choices)
    {
        var failed = action is ReportAction.Failed or ReportAction.Delayed;
        EnhancedStatusCode? vague = null;
        foreach (var choice in choices)
        {
            if (choice is not { } status || (status.Class == 2) == failed)
                continue;
            if (!Diagnostic.IsVague(status))
                return status;
            vague ??= status;
        }

        return vague ?? action switch
        {
            ReportAction.Failed => new EnhancedStatusCode(5, 0, 0),
            ReportAction.Delayed => new EnhancedStatusCode(4, 0, 0),
            _ => null,
        };
    }

    private static Bounce Meaning(ReportedRecipient result, string? context)
    {
        var bounce = Classified(result, result.Diagnostic);
        if (context is not null && IsVague(bounce)
            && Classified(result, context) is var wider && !IsVague(wider))
            bounce = wider;
        if (IsVague(bounce) && result.ReplyCode is null && result.Status is null or { Subject: 0, Detail: 0 }
            && result.Diagnostic.Length == 0)
            bounce = bounce with { Category = BounceCategory.OutOfBand, Hardness = BounceHardness.Soft };
        var failed = result.Action == ReportAction.Failed;
        return bounce with { Permanence = failed ? BouncePermanence.Permanent : BouncePermanence.Transient };
    }

    private static bool IsVague(Bounce bounce) =>
        bounce.Category is BounceCategory.GenericBounce or BounceCategory.Undetermined;

    private static Bounce Classified(ReportedRecipient result, string text)
    {
        var transient = result.Action == ReportAction.Delayed || result.Status?.Class == 4;
        var code = result.ReplyCode is { } said and >= 400 ? said : transient ? 450 : 550;
        return BounceClassifier.Classify(new Reply(code, result.Status, text), BounceChannel.Dsn);
    }
}
