using Actors.Mail.Replies;

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
        int rows = 0, strict = 0, lenient = 0, hard = 0, rightlyHard = 0;
        foreach (var row in Csv.Read(path))
        {
            var bounce = BounceClassifier.Classify(row["reply"]);
            var category = bounce.Category.Title();
            rows++;
            strict += category == row["category"] ? 1 : 0;
            var isAcceptable = category == row["category"] || row["also_acceptable"].Split(';').Contains(category);
            lenient += isAcceptable ? 1 : 0;
            if (bounce.Hardness == BounceHardness.Hard && row["hard"].Length > 0)
            {
                hard++;
                rightlyHard += row["hard"] == "1" ? 1 : 0;
            }

            if (category != row["category"] || (bounce.Hardness == BounceHardness.Hard && row["hard"] == "0"))
                faults.WriteLine($"{(isAcceptable ? "second" : "wrong")}: {bounce} for {row["category"]}"
                    + $" ({row["also_acceptable"]}), hard {row["hard"]}: {row["reply"]}");
        }

        return
        [
            new Score("category as expected", strict, rows, StrictMin),
            new Score("category as expected or acceptable", lenient, rows, LenientMin),
            new Score("hard and rightly so", rightlyHard, hard, HardPrecisionMin),
        ];
    }
}
