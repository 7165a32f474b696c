using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Actors.Grains.Ids;

namespace Actors.Api.Repeats;

/// <summary>Ids that come out the same each time a request is carried out.</summary>
/// <param name="at">When it was first.</param>
/// <param name="seed">As random as the ids are to be.</param>
internal sealed class RepeatedIds(DateTimeOffset at, string seed)
{
    private int made;

    public string Next(string prefix)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{seed}/{made++}");
        var chance = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 10);
        return prefix + SortableId.Create(at, chance).ToLowerInvariant();
    }
}
