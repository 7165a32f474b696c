using System.Globalization;
using Actors.Mail.Replies;
using Actors.Mail.Reports;

namespace Actors.Evaluation.Reports;

/// <summary>Bounces, feedback reports and automatic replies, with what each says of each recipient.</summary>
public sealed class ReportMails : IEvaluation
{
    private const double Min = 0.95;
    private const double HardMin = 0.98;

    /// <summary>Statuses x.0.9nn are the labeller's own: no mail holds them, so they are not asked for.</summary>
    private const int InventedDetailMin = 900;

    public string Path => "dsn-dev";

    public IReadOnlyList<Score> Run(string path, TextWriter faults)
    {
        var counts = new Counts(faults);
        foreach (var file in Csv.Read(System.IO.Path.Combine(path, "expected.csv")).GroupBy(row => row["file"]))
        {
            var rows = file.ToArray();
            ReportReader.TryRead(File.ReadAllBytes(System.IO.Path.Combine(path, file.Key)), out var report);
            var found = report?.Recipients.Length ?? 0;
            for (var i = 0; i < Math.Max(rows.Length, found); i++)
            {
                counts.Add(
                    $"{file.Key} {i + 1}", i < rows.Length ? rows[i] : null, i < found ? report!.Recipients[i] : null,
                    report?.FeedbackType);
            }
        }

        return counts.Scores;
    }

    private static bool IsAsked(string status) =>
        status.Split('.') is [_, _, var detail] && int.Parse(detail, CultureInfo.InvariantCulture) < InventedDetailMin;

    private sealed class Counts(TextWriter faults)
    {
        private readonly Count recipients = new("recipient", faults);
        private readonly Count status = new("status", faults);
        private readonly Count category = new("category as labelled", faults);
        private readonly Count all = new("category as labelled, disputed ones, too", TextWriter.Null);
        private readonly Count agreed = new("labels not disputed", TextWriter.Null);
        private readonly Count lenient = new("category as labelled or a second reading", faults);
        private readonly Count feedback = new("feedback type", faults);
        private readonly Count hard = new("hard and rightly so", faults);

        public IReadOnlyList<Score> Scores =>
        [
            recipients.Score(Min), status.Score(Min), category.Score(Min), lenient.Score(Min),
            feedback.Score(Min), hard.Score(HardMin), agreed.Score(1 - DisputedCategories.ShareMax), all.Score(0),
        ];

        /// <param name="row">Null where nothing was expected.</param>
        /// <param name="record">Null where nothing was found.</param>
        public void Add(
            string where, IReadOnlyDictionary<string, string>? row, ReportedRecipient? record, string? feedbackType)
        {
            var found = $"{where}: {record}";
            recipients.Add(record is not null && row is not null, found);
            if (row is null)
                return;
            if (IsAsked(row["status"]))
                status.Add(record?.Status?.ToString() == row["status"], $"{row["status"]} {found}");
            var isDisputed = DisputedCategories.Hold(where);
            agreed.Add(!isDisputed, found);
            if (row["category"].Length > 0)
                AddCategory(row, record?.Bounce?.Category.Title(), isDisputed, found);
            if (row["feedback_type"].Length > 0)
                feedback.Add(feedbackType == row["feedback_type"], found);
            if (record?.Bounce?.Hardness == BounceHardness.Hard)
                hard.Add(row["hard"] == "1", found);
        }

        private void AddCategory(
            IReadOnlyDictionary<string, string> row, string? told, bool isDisputed, string found)
        {
            var isAsLabelled = told == row["category"];
            var expected = $"{row["category"]} ({row["reason"]}) {found}";
            all.Add(isAsLabelled, expected);
            if (isDisputed)
                return;
            category.Add(isAsLabelled, expected);
            lenient.Add(isAsLabelled || SecondReadings.Hold(row["reason"], told), expected);
        }
    }

    private sealed class Count(string what, TextWriter faults)
    {
        private int right;
        private int all;

        public void Add(bool isRight, string fault)
        {
            all++;
            right += isRight ? 1 : 0;
            if (!isRight)
                faults.WriteLine($"{what}: {fault}");
        }

        public Score Score(double threshold) => new(what, right, all, threshold);
    }
}
