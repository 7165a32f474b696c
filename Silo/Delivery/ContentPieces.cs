namespace Actors.Silo.Delivery;

/// <summary>A message that is cut into pieces.</summary>
internal static class ContentPieces
{
    /// <returns>Its octets in one piece, without copying where there is but one.</returns>
    public static ReadOnlyMemory<byte> Joined(this IReadOnlyList<ReadOnlyMemory<byte>> pieces)
    {
        if (pieces is [var whole])
            return whole;
        var joined = new byte[pieces.Sum(piece => piece.Length)];
        var at = 0;
        foreach (var piece in pieces)
        {
            piece.CopyTo(joined.AsMemory(at));
            at += piece.Length;
        }

        return joined;
    }
}
