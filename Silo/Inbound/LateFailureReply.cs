using Actors.Grains.Messages;
using Actors.Mail.Replies;
using Actors.Mail.Reports;

namespace Actors.Silo.Inbound;

/// <summary>Puts what a delivery report says into the form that the outcome of an attempt has: pure.</summary>
public static class LateFailureReply
{
    /// <summary>RFC 3463 §3.1: failed, and nothing better is known.</summary>
    private static readonly EnhancedStatusCode Failed = new(5, 0, 0);

    private const string Unexplained = "The report does not say why";

    /// <param name="failure">Of <see cref="LateFailure.Of"/>.</param>
    public static LateReport.Bounce Of(ReportedRecipient failure)
    {
        var bounce = failure.Bounce!;
        var status = failure.Status is { } told ? new EnhancedStatusCode(5, told.Subject, told.Detail) : Failed;
        var text = failure.Diagnostic.Length == 0 ? Unexplained : failure.Diagnostic;
        var reply = Reply.TryParse(text, out var quoted) && quoted.IsPermanent
            ? quoted
            : new Reply(failure.ReplyCode is >= 500 and < 600 ? failure.ReplyCode.Value : 550, status, text);
        return new LateReport.Bounce(
            reply,
            new Verdict(
                bounce.Category.Key(), bounce.Hardness == BounceHardness.Hard, bounce.Scope.Key(), bounce.Rule),
            failure.RemoteMta);
    }
}
