using System.Text.Json;
using Actors.Api.Plans;
using Actors.Grains.Thresholds;

namespace Actors.Api.Thresholds;

/// <param name="Level">none, warning or blocked.</param>
/// <param name="Since">When the level was reached.</param>
/// <param name="Reason">What was too high.</param>
/// <param name="Windows">The last 24 hours and the last 7 days; either may reach a threshold.</param>
/// <param name="Thresholds">Of the plan.</param>
/// <param name="LiftedAt">What happened before counts no more.</param>
internal sealed record RatesBody(
    string Level, DateTimeOffset? Since, string? Reason, IReadOnlyList<WindowBody> Windows, ThresholdsBody Thresholds,
    DateTimeOffset? LiftedAt)
{
    public static RatesBody Of(HealthView view) => new(
        NameOf(view.Level), view.Since, view.Reason, [.. view.Windows.Select(WindowBody.Of)],
        ThresholdsBody.Of(view.Thresholds), view.Lifts is [.., var last] ? last.At : null);

    public static string NameOf(HealthLevel level) => JsonNamingPolicy.SnakeCaseLower.ConvertName(level.ToString());
}

/// <param name="Hours">Its length; the last hour is the running one.</param>
/// <param name="Finished">Messages that were sent and have ended: delivered, bounced or expired.</param>
/// <param name="HardBounces">Of addresses or domains that will never work.</param>
/// <param name="HardBounceRate">Of the finished ones, from 0 to 1.</param>
/// <param name="ComplaintRate">Of the finished ones, from 0 to 1.</param>
/// <param name="Level">That this window alone comes to: none, warning or blocked.</param>
internal sealed record WindowBody(
    int Hours, long Finished, long HardBounces, double HardBounceRate, long Complaints, double ComplaintRate,
    string Level)
{
    private const int Digits = 6;

    public static WindowBody Of(HealthWindow window) => new(
        (int)window.Length.TotalHours, window.Counts.Finished, window.Counts.Hard,
        Rate(window.Counts.Hard, window.Counts.Finished), window.Counts.Complaints,
        Rate(window.Counts.Complaints, window.Counts.Finished), RatesBody.NameOf(window.Level));

    private static double Rate(long count, long finished) =>
        finished == 0 ? 0 : Math.Round((double)count / finished, Digits);
}
