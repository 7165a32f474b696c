using Actors.Mail.Replies;

namespace Actors.Grains.Messages;

/// <summary>Reads a failure as customers and counters do.</summary>
public static class Verdicts
{
    private static readonly Verdict Misplaced = new(
        BounceCategory.Undetermined.Key(), Hard: false, BounceScope.System.Key(), "reply.misplaced");

    /// <param name="reply">A failure, the receiver's or our own; a positive one in the wrong place says
    /// nothing.</param>
    /// <param name="stage">The step of the dialogue, as <see cref="AttemptTrace.Stage"/> has it.</param>
    public static Verdict Of(Reply reply, string? stage)
    {
        if (reply.IsPositive)
            return Misplaced;
        var bounce = BounceClassifier.Classify(reply, BounceChannel.Session, StageOf(stage));
        return new Verdict(
            bounce.Category.Key(), bounce.Hardness == BounceHardness.Hard, bounce.Scope.Key(), bounce.Rule);
    }

    private static ReplyStage StageOf(string? stage) => stage switch
    {
        "Resolve" or "Connect" or "Greeting" or "Ehlo" or "StartTls" or "Certificate" or "AuthOffer" or "Auth" =>
            ReplyStage.Opening,
        "MailFrom" => ReplyStage.Mail,
        "RcptTo" => ReplyStage.Recipient,
        "Data" or "Content" or "FinalDot" => ReplyStage.Content,
        _ => ReplyStage.Unknown,
    };
}
