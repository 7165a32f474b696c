using Actors.Mail.Authentication.Dkim.Canonical;

namespace Actors.Mail.Authentication.Dkim.Verifying;

/// <summary>The digests of one body, each computed once.</summary>
internal sealed class BodyDigests(ReadOnlyMemory<byte> message, int bodyStart) : IDisposable
{
    private readonly BodyHash hash = new();
    private readonly Dictionary<(Canonicalization, long?), byte[]?> known = [];

    /// <returns>False when the body is shorter than <paramref name="lengthMax"/>.</returns>
    internal bool TryGet(Canonicalization form, long? lengthMax, out byte[] digest)
    {
        if (!known.TryGetValue((form, lengthMax), out var found))
        {
            found = new byte[BodyHash.DigestOctets];
            if (!hash.Compute(message.Span[bodyStart..], form, lengthMax, found))
                found = null;
            known.Add((form, lengthMax), found);
        }

        digest = found ?? [];
        return found is not null;
    }

    public void Dispose() => hash.Dispose();
}
