using System.Collections.Immutable;

namespace Actors.Grains.StandardEmails;

/// <summary>Languages that the platform's originals are written in, by their BCP 47 tags.</summary>
public static class EmailLanguages
{
    /// <summary>Stands in for any other.</summary>
    public const string Default = "en";

    public static ImmutableArray<string> All { get; } = ["en", "cs", "de", "pl"];

    /// <returns>The language itself, or <see cref="Default"/> where there are no originals in it.</returns>
    public static string Nearest(string? language) =>
        language is not null && All.Contains(language) ? language : Default;
}
