using System.Globalization;
using Actors.Mail.Replies;
using Actors.Mail.Reports;

namespace Actors.Evaluation.Reports;

/// <summary>Bounces, feedback reports and automatic replies, with what each says of each recipient.</summary>
public sealed class ReportMails : IEvaluation
{
    private const double Min = 0.95;

    /// <summary>Statuses x.0.9nn are the labeller's own: no mail holds them, so they are not asked for.</summary>
    private const int InventedDetailMin = 900;

    public string Path => "dsn-dev";

    public IReadOnlyList<Score> Run(string path, TextWriter faults)
    {
        var recipients = new Count("recipient");
        var status = new Count("status");
        var category = new Count("category");
        var feedback = new Count("feedback type");
        var hard = new Count("hard and rightly so");
        foreach (var file in Csv.Read(System.IO.Path.Combine(path, "expected.csv")).GroupBy(row => row["file"]))
        {
            var rows = file.ToArray();
            ReportReader.TryRead(File.ReadAllBytes(System.IO.Path.Combine(path, file.Key)), out var report);
            var found = report?.Recipients.Length ?? 0;
            for (var i = 0; i < Math.Max(rows.Length, found); i++)
            {
                var record = i < found ? report!.Recipients[i] : null;
                var row = i < rows.Length ? rows[i] : null;
                var fault = $"{file.Key} {i + 1}: {record}";
                recipients.Add(record is not null && row is not null, faults, fault);
                if (row is null)
                    continue;
                if (IsAsked(row["status"]))
                    status.Add(record?.Status?.ToString() == row["status"], faults, $"{row["status"]} {fault}");
                if (row["category"].Length > 0)
                    category.Add(record?.Bounce?.Category.Title() == row["category"], faults,
                        $"{row["category"]} ({row["reason"]}) {fault}");
                if (row["feedback_type"].Length > 0)
                    feedback.Add(report?.FeedbackType == row["feedback_type"], faults, fault);
                if (record?.Bounce?.Hardness == BounceHardness.Hard)
                    hard.Add(row["hard"] == "1", faults, $"{row["hard"]} {fault}");
            }
        }

        return [recipients.Score(Min), status.Score(Min), category.Score(Min), feedback.Score(Min), hard.Score(Min)];
    }

    private static bool IsAsked(string status) =>
        status.Split('.') is [_, _, var detail] && int.Parse(detail, CultureInfo.InvariantCulture) < InventedDetailMin;

    private sealed class Count(string what)
    {
        private int right;
        private int all;

        public void Add(bool isRight, TextWriter faults, string fault)
        {
            all++;
            right += isRight ? 1 : 0;
            if (!isRight)
                faults.WriteLine($"{what}: {fault}");
        }

        public Score Score(double threshold) => new(what, right, all, threshold);
    }
}
