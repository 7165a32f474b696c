namespace Actors.Storage.Writing;

/// <summary>What a row counts under beside account and stream. Empty texts for none.</summary>
/// <remarks>
/// A message with a campaign and n tags counts in 2 + n rows and not in 2 + 2n: once among all, once under its
/// campaign, and under each tag once, with the campaign beside. The rows of a tag, added up over campaigns, are all of
/// its messages.
/// </remarks>
internal readonly record struct CountedName(string Tag, string Campaign)
{
    /// <summary>The row that counts every message.</summary>
    public static CountedName All { get; } = new("", "");

    private static readonly CountedName[] AllAlone = [All];

    /// <returns>Each row that a message counts in.</returns>
    public static CountedName[] Of(string? campaign, IReadOnlyList<string> tags)
    {
        if (campaign is null && tags.Count == 0)
            return AllAlone;
        var names = new CountedName[tags.Count + (campaign is null ? 1 : 2)];
        names[0] = All;
        for (var i = 0; i < tags.Count; i++)
            names[i + 1] = new CountedName(tags[i], campaign ?? "");
        if (campaign is not null)
            names[^1] = new CountedName("", campaign);
        return names;
    }
}
