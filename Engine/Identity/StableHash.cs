using System.Buffers;
using System.Text;

namespace Actors.Engine;

/// <summary>FNV-1a over UTF-8, 32 bits: the same everywhere, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class StableHash
{
    private const int StackBytesMax = 256;
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    public static uint Of(string? text)
    {
        if (text is null)
            return 0;
        var max = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = max > StackBytesMax ? ArrayPool<byte>.Shared.Rent(max) : null;
        var bytes = rented ?? stackalloc byte[StackBytesMax];
        var count = Encoding.UTF8.GetBytes(text, bytes);
        var hash = OffsetBasis;
        foreach (var b in bytes[..count])
            hash = unchecked((hash ^ b) * Prime);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }
}
