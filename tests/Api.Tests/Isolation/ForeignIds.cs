using Actors.Grains.Ids;

namespace Actors.Api.Tests.Isolation;

/// <summary>Ids in the place of one's own.</summary>
internal static class ForeignIds
{
    private const int PrefixLength = 4;
    private const int SortableLength = 26;

    /// <summary>Every way to put ids of others into a path: from the first parameter on, from the second on and so
    /// forth, with one's own before.</summary>
    /// <param name="mine">For what precedes.</param>
    /// <returns>The foreign values beside unknown ones of the same form.</returns>
    public static IEnumerable<(string[] Foreign, string[] Unknown)> For(
        DescribedOperation operation, Estate mine, Estate other)
    {
        var places = operation.Places;
        for (var first = 0; first < places.Count; first++)
        {
            if (Estate.SharedPlaces.ContainsKey(places[first]) || (operation.IsOperators && IsTenant(places[first])))
                continue;
            foreach (var foreign in other.At(places[first]))
            {
                string[] before = [.. places.Take(first).Select(place => mine.At(place)[0])];
                string[] after = [.. places.Skip(first + 1).Select(place => other.At(place)[0])];
                yield return ([.. before, foreign, .. after], [.. before, Unknown(foreign), .. after.Select(Unknown)]);
            }
        }
    }

    /// <summary>An id of the same form that nobody has.</summary>
    public static string Unknown(string id)
    {
        if (id.Length >= PrefixLength + SortableLength && id[PrefixLength - 1] == '_')
            return id[..PrefixLength] + SortableId.Create(DateTimeOffset.UnixEpoch, new byte[10])
                + id[(PrefixLength + SortableLength)..];
        return id.Length == SortableLength ? SortableId.Create(DateTimeOffset.UnixEpoch, new byte[10])
            : id.StartsWith("acc_", StringComparison.Ordinal) ? "acc_nobody"
            : id.Contains('@', StringComparison.Ordinal) ? "nobody@nobody.example"
            : id.Contains('.', StringComparison.Ordinal) ? "nobody.example"
            : "nobody";
    }

    /// <summary>The operator may name any tenant.</summary>
    private static bool IsTenant(string place) => place == "/v1/admin/tenants/{tenant}";
}
