namespace Actors.Evaluation.Bounces;

/// <summary>Replies with the category that each should get; only their text is shown to the classifier.</summary>
public sealed class BounceReplies : IEvaluation
{
    private const double StrictMin = 0.85;
    private const double LenientMin = 0.95;
    private const double HardPrecisionMin = 0.98;

    public string Path => "bounces-dev.csv";

    public IReadOnlyList<Score> Run(string path, TextWriter faults)
    {
        var rows = Csv.Read(path).Select(row => new LabelledReply(row)).ToList();
        var agreed = rows.Where(row => !Disputed.Holds(row.Text)).ToList();
        foreach (var row in agreed.Where(row => !row.IsAsExpected || (row.IsHard && row.MayBeHard == false)))
            faults.WriteLine(row);
        return
        [
            Share("category as expected", agreed, row => row.IsAsExpected, StrictMin),
            Share("category as expected or acceptable", agreed, row => row.IsAcceptable, LenientMin),
            Share(
                "hard and rightly so",
                [.. agreed.Where(row => row is { IsHard: true, MayBeHard: not null })],
                row => row.MayBeHard == true,
                HardPrecisionMin),
            new Score("labels not disputed", agreed.Count, rows.Count, 1 - Disputed.ShareMax),
            Share("category as expected, disputed ones, too", rows, row => row.IsAsExpected, 0),
            Share("acceptable, disputed ones, too", rows, row => row.IsAcceptable, 0),
        ];
    }

    private static Score Share(
        string what, List<LabelledReply> rows, Predicate<LabelledReply> isRight, double threshold) =>
        new(what, rows.Count(row => isRight(row)), rows.Count, threshold);
}
