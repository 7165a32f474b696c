using System.Text;

namespace Actors.Mail.Parsing;

/// <summary>The boundaries of the multiparts that are open, the innermost last (RFC 2046 §5.1.1).</summary>
internal sealed class BoundaryStack
{
    private readonly List<byte[]?> boundaries = [];
    private int live;

    /// <summary>False where nothing can be matched any more.</summary>
    internal bool HasAny => live > 0;

    internal int Count => boundaries.Count;

    /// <param name="boundary">Null for what no boundary ends, such as a message within a message.</param>
    internal void Push(string? boundary)
    {
        boundaries.Add(boundary is null ? null : Encoding.UTF8.GetBytes(boundary));
        live += boundary is null ? 0 : 1;
    }

    internal void Cut(int count)
    {
        for (var i = count; i < boundaries.Count; i++)
            live -= boundaries[i] is null ? 0 : 1;
        boundaries.RemoveRange(count, boundaries.Count - count);
    }

    /// <summary>The multipart at that level has ended; what follows is its epilogue.</summary>
    internal void Retire(int level)
    {
        live--;
        boundaries[level] = null;
    }

    internal bool IsLive(int level) => boundaries[level] is not null;

    /// <summary>What the line that starts at <paramref name="from"/> delimits; level -1 for nothing.</summary>
    /// <remarks>White space at the end of the line is transport padding.</remarks>
    internal (int Level, bool Closing, int Next) Match(ReadOnlySpan<byte> bytes, int from)
    {
        var line = bytes[from..];
        if (live == 0 || !line.StartsWith("--"u8))
            return (-1, false, from);
        var feed = line.IndexOf((byte)'\n');
        var next = feed < 0 ? bytes.Length : from + feed + 1;
        line = bytes[(from + 2)..next].TrimEnd(" \t\r\n"u8);
        if (line.Length > ParsingLimits.BoundaryOctetsMax + 2)
            return (-1, false, next);
        for (var level = boundaries.Count - 1; level >= 0; level--)
        {
            if (boundaries[level] is not { } boundary || !line.StartsWith(boundary))
                continue;
            if (line.Length == boundary.Length)
                return (level, false, next);
            if (line.Length == boundary.Length + 2 && line.EndsWith("--"u8))
                return (level, true, next);
        }

        return (-1, false, next);
    }
}
