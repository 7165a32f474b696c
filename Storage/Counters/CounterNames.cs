using Actors.Storage.Databases;

namespace Actors.Storage.Counters;

/// <summary>Walks over the campaigns that there are counters of, one look-up each.</summary>
internal static class CounterNames
{
    private static readonly Sql Next = new("""
        SELECT campaign FROM counters WHERE tenant = ?1 AND tag = ?2 AND campaign > ?3 ORDER BY campaign LIMIT 1
        """);

    /// <param name="tag">Empty for the rows of campaigns whatever the tags.</param>
    /// <param name="after">Behind this name.</param>
    /// <returns>Null when there is no other.</returns>
    public static string? After(IReading reading, long tenant, string tag, string after)
    {
        using var row = reading.Prepare(Next);
        row.Bind(1, tenant);
        row.Bind(2, tag);
        row.Bind(3, after);
        return row.Step() ? row.Text(0) : null;
    }
}
