using System.Buffers;
using System.Buffers.Binary;

namespace Actors.Grains.Ids;

/// <summary>Writes 128 bits as 26 letters and digits (Crockford base32) that sort by time.</summary>
/// <remarks>48 bits of Unix milliseconds, then 80 bits of chance: rows made together stand together on disk.</remarks>
public static class SortableId
{
    public const int Length = 26;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    /// <param name="now">Written to the millisecond.</param>
    /// <param name="chance">At least 10 bytes; the first 10 are used.</param>
    public static string Create(DateTimeOffset now, ReadOnlySpan<byte> chance)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)now.ToUnixTimeMilliseconds() << 16);
        chance[..10].CopyTo(bytes[6..]);
        return FromBits(BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    public static string FromBits(UInt128 bits)
    {
        Span<char> text = stackalloc char[Length];
        for (var i = Length - 1; i >= 0; i--, bits >>= 5)
            text[i] = Alphabet[(int)(uint)(bits & 31)];
        return new string(text);
    }

    /// <param name="text">Valid: <see cref="IsValid"/>.</param>
    public static UInt128 ToBits(ReadOnlySpan<char> text)
    {
        UInt128 bits = 0;
        foreach (var c in text)
            bits = (bits << 5) | (uint)Alphabet.IndexOf(c, StringComparison.Ordinal);
        return bits;
    }

    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length == Length && text[0] <= '7' && !text.ContainsAnyExcept(Letters);

    /// <summary>The smallest id of that millisecond: a time as the bound of a search.</summary>
    public static string Floor(DateTimeOffset time) => Create(time, stackalloc byte[10]);
}
