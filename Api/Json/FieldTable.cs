using System.Text;
using System.Text.Json;

namespace Actors.Api.Json;

/// <summary>The fields an object may have.</summary>
internal sealed class FieldTable
{
    private readonly byte[][] encoded;

    /// <param name="names">At most 32.</param>
    public FieldTable(params string[] names)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(names.Length, 32);
        Names = names;
        encoded = Array.ConvertAll(names, Encoding.UTF8.GetBytes);
    }

    public IReadOnlyList<string> Names { get; }

    /// <returns>The place of the reader's property in the table, or -1.</returns>
    public int Find(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < encoded.Length; i++)
        {
            if (reader.ValueTextEquals(encoded[i]))
                return i;
        }

        return -1;
    }
}
