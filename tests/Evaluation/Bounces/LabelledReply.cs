using Actors.Mail.Replies;

namespace Actors.Evaluation.Bounces;

/// <summary>A row, and what the classifier makes of its text.</summary>
public sealed class LabelledReply(IReadOnlyDictionary<string, string> row)
{
    private readonly Bounce bounce = BounceClassifier.Classify(row["reply"]);

    public string Text => row["reply"];

    public bool IsAsExpected => bounce.Category.Title() == row["category"];

    public bool IsAcceptable => IsAsExpected || row["also_acceptable"].Split(';').Contains(bounce.Category.Title());

    public bool IsHard => bounce.Hardness == BounceHardness.Hard;

    /// <summary>Null where the label does not say.</summary>
    public bool? MayBeHard => row["hard"].Length > 0 ? row["hard"] == "1" : null;

    public override string ToString() => $"{(IsAcceptable ? "acceptable" : "wrong")}: {bounce.Category.Title()}, "
        + $"{bounce.Hardness.Key()}, {bounce.Rule}, for {row["category"]}, {row["also_acceptable"]},"
        + $" {row["hard"]}: {Text}";
}
