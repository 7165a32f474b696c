using Actors.Mail.Replies;

namespace Actors.Grains.Messages;

/// <summary>Reads a reply as customers and counters do.</summary>
public static class Verdicts
{
    /// <param name="reply">A failure, the receiver's or our own; a positive one in the wrong place says
    /// nothing.</param>
    public static Verdict Of(Reply reply)
    {
        if (reply.IsPositive)
            return new Verdict(BounceCategory.Undetermined.Key(), Hard: false, BounceScope.System.Key());
        var bounce = BounceClassifier.Classify(reply);
        return new Verdict(bounce.Category.Key(), bounce.Hardness == BounceHardness.Hard, bounce.Scope.Key());
    }
}
