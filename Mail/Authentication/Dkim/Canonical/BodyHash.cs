using System.Buffers;
using System.Security.Cryptography;

namespace Actors.Mail.Authentication.Dkim.Canonical;

/// <summary>SHA-256 over a body in canonical form (RFC 6376 §3.4.3 and §3.4.4), in one pass and without copying what
/// is canonical already. Kept for the next message; one thread at a time.</summary>
internal sealed class BodyHash : IDisposable
{
    /// <summary>Octets of a digest.</summary>
    internal const int DigestOctets = SHA256.HashSizeInBytes;

    /// <summary>Octets that are gathered for one call of the hash: a call costs as much as hashing a hundred.</summary>
    private const int GatheredMax = 4 * 1024;

    private static readonly SearchValues<byte> Notable = SearchValues.Create(" \t"u8);

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] gathered = new byte[GatheredMax];
    private int gatheredLength;
    private long left;

    /// <param name="lengthMax">Octets of the canonical form that count (l=); null for all.</param>
    /// <returns>False when the canonical form is shorter than <paramref name="lengthMax"/>.</returns>
    internal bool Compute(
        ReadOnlySpan<byte> body, Canonicalization form, long? lengthMax, Span<byte> digest)
    {
        left = lengthMax ?? long.MaxValue;
        if (form == Canonicalization.Simple)
            AddSimple(body);
        else
            AddRelaxed(body);
        hash.AppendData(gathered.AsSpan(0, gatheredLength));
        gatheredLength = 0;
        hash.GetHashAndReset(digest);
        return lengthMax is null || left == 0;
    }

    public void Dispose() => hash.Dispose();

    /// <summary>The body ends with exactly one CRLF; an empty one is that.</summary>
    private void AddSimple(ReadOnlySpan<byte> body)
    {
        while (body.EndsWith("\r\n"u8))
            body = body[..^2];
        Add(body);
        Add("\r\n"u8);
    }

    /// <summary>White space within lines is one space, that at their ends and empty lines at the end are not there; an
    /// empty body is nothing.</summary>
    private void AddRelaxed(ReadOnlySpan<byte> body)
    {
        body = WithoutBlankEnd(body);
        if (body.IsEmpty)
            return;
        var (kept, at) = (0, 0);
        while (body[at..].IndexOfAny(Notable) is var found and >= 0)
        {
            var start = at + found;
            at = start + 1;
            while (body[at] is (byte)' ' or (byte)'\t') // the last octet is none of them
                at++;
            var isLineEnd = body[at..].StartsWith("\r\n"u8);
            if (at == start + 1 && body[start] == (byte)' ' && !isLineEnd)
                continue;
            Add(body[kept..start]);
            if (!isLineEnd)
                Add(" "u8);
            kept = at;
        }

        Add(body[kept..]);
        Add("\r\n"u8);
    }

    /// <returns>The body up to the last octet of its last line that is not blank.</returns>
    private static ReadOnlySpan<byte> WithoutBlankEnd(ReadOnlySpan<byte> body)
    {
        while (true)
        {
            var line = body.EndsWith("\r\n"u8) ? body[..^2] : body;
            var text = line.TrimEnd(" \t"u8);
            if (!text.EndsWith("\r\n"u8))
                return text;
            body = text;
        }
    }

    private void Add(ReadOnlySpan<byte> octets)
    {
        if (octets.Length > left)
            octets = octets[..(int)left];
        left -= octets.Length;
        if (octets.Length > gathered.Length - gatheredLength)
        {
            hash.AppendData(gathered.AsSpan(0, gatheredLength));
            gatheredLength = 0;
            if (octets.Length > gathered.Length)
            {
                hash.AppendData(octets);
                return;
            }
        }

        octets.CopyTo(gathered.AsSpan(gatheredLength));
        gatheredLength += octets.Length;
    }
}
