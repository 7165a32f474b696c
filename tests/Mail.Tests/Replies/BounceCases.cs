using Actors.Mail.Replies;

namespace Actors.Mail.Tests.Replies;

/// <summary>Replies in the words that receivers use, and what each means: one file for each category.</summary>
internal static class BounceCases
{
    internal static IReadOnlyList<BounceCase> All { get; } =
        [.. Enum.GetValues<BounceCategory>().SelectMany(Of)];

    private static IEnumerable<BounceCase> Of(BounceCategory category)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Replies", "Cases", $"{category}.tsv");
        foreach (var line in File.ReadLines(path))
        {
            var columns = line.Split('\t', 4);
            yield return new BounceCase(category, columns[0], columns[1], columns[2], columns[3]);
        }
    }
}

/// <param name="Text">What the classifier is shown; may be empty.</param>
internal sealed record BounceCase(BounceCategory Category, string Hardness, string Scope, string Rule, string Text);
