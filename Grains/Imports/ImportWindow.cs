using Actors.Grains.Ports;

namespace Actors.Grains.Imports;

/// <summary>The part of a file that is being read, in memory: a few stored parts at most.</summary>
internal sealed class ImportWindow(IImportReader reader, ImportKey import)
{
    private byte[] octets = [];
    private long start;

    /// <param name="from">Where it is to begin.</param>
    /// <param name="end">Octets of the file.</param>
    /// <param name="least">Octets that are needed at least.</param>
    /// <returns>So many, or all up to the end.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> Read(long from, long end, int least)
    {
        if (from < start || from > start + octets.Length)
            (octets, start) = ([], from);
        while (start + octets.Length < end && start + octets.Length - from < least)
            await More(from);
        return octets.AsMemory((int)(from - start));
    }

    private async Task More(long from)
    {
        var behind = start + octets.Length;
        var part = await reader.Part(import, behind)
            ?? throw new InvalidOperationException($"Octet {behind} of import {import} is not stored.");
        var left = octets.AsSpan((int)(from - start));
        var added = part.Octets.AsSpan((int)(behind - part.Offset));
        var both = new byte[left.Length + added.Length];
        left.CopyTo(both);
        added.CopyTo(both.AsSpan(left.Length));
        (octets, start) = (both, from);
    }
}
