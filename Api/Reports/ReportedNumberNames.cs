using System.Collections.Frozen;
using Actors.Grains.Statistics;

namespace Actors.Api.Reports;

/// <summary>The numbers of a report that addresses stand behind, by the names that they have there.</summary>
internal static class ReportedNumberNames
{
    private static readonly FrozenDictionary<string, (ReportedNumber Number, bool? Hard)> Each =
        Enum.GetValues<ReportedNumber>().Select(number => (Name: NameOf(number), Number: number, Hard: (bool?)null))
            .Append(("hard_bounced", ReportedNumber.Bounced, true))
            .Append(("soft_bounced", ReportedNumber.Bounced, false))
            .ToFrozenDictionary(one => one.Name, one => (one.Number, one.Hard), StringComparer.Ordinal);

    /// <summary>All of them, for people.</summary>
    public static string All { get; } = string.Join(", ", Each.Keys.Order(StringComparer.Ordinal));

    /// <param name="number">With the hardness that the name has in it; null where it has none.</param>
    public static bool TryParse(string text, out (ReportedNumber Number, bool? Hard) number) =>
        Each.TryGetValue(text, out number);

    private static string NameOf(ReportedNumber number) => number switch
    {
        ReportedNumber.LateBounced => "late_bounced",
        ReportedNumber.Held => "held_now",
        _ => number.ToString().ToLowerInvariant(),
    };
}
