namespace Actors.Evaluation.Reports;

/// <summary>
/// The labels are of reasons, and the category follows from the reason: a second category fits each as well. These are
/// the pairs that the labelled replies of <see cref="Bounces.BounceReplies"/> name for the same reasons.
/// </summary>
internal static class SecondReadings
{
    private static readonly Dictionary<string, string[]> ByReason = new()
    {
        ["blocked"] = ["Spam Content / Block"],
        ["expired"] = ["Generic bounce"],
        ["filtered"] = ["Invalid recipient", "Spam Content / Block", "Generic bounce"],
        ["badreputation"] = ["Mail Block"],
        ["hostunknown"] = ["Invalid recipient"],
        ["mailererror"] = ["Undetermined"],
        ["mesgtoobig"] = ["Mailbox full"],
        ["networkerror"] = ["DNS failure", "Generic bounce"],
        ["notaccept"] = ["Invalid recipient", "Mail Block", "DNS failure"],
        ["onhold"] = ["Generic bounce"],
        ["policyviolation"] = ["Spam Content / Block", "Generic bounce"],
        ["rejected"] = ["Spam Content / Block", "Generic bounce"],
        ["requireptr"] = ["DNS failure", "Spam Content / Block"],
        ["spamdetected"] = ["Mail Block"],
        ["systemerror"] = ["Undetermined"],
    };

    internal static bool Hold(string reason, string? category) =>
        category is not null && ByReason.TryGetValue(reason, out var others) && others.Contains(category);
}
