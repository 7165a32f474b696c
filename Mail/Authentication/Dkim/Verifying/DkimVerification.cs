using System.Collections.Immutable;
using System.Text;
using Actors.Mail.Authentication.Dkim.Canonical;
using Actors.Mail.Authentication.Lookups;

namespace Actors.Mail.Authentication.Dkim.Verifying;

/// <summary>Checks the DKIM signatures of a message (RFC 6376 §6).</summary>
public static class DkimVerification
{
    /// <summary>Checks the topmost signatures, at most <see cref="DkimLimits.SignaturesMax"/>, each in its turn. Time
    /// is linear in the message for each of them.</summary>
    /// <param name="message">As it was received, line ends CRLF. Any octets will do.</param>
    /// <param name="now">Signatures that have expired by then do not count.</param>
    /// <returns>One result a signature, from the top; empty for a message without one ("none"), and for
    /// what has no header that could be read.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async ValueTask<ImmutableArray<DkimResult>> Verify(
        ReadOnlyMemory<byte> message, IDnsLookup dns, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(dns);
        var fields = new MessageFields();
        if (!fields.Read(message.Span))
            return [];
        using var bodies = new BodyDigests(message, fields.BodyStart);
        var keys = new KeyCheck(dns);
        var results = ImmutableArray.CreateBuilder<DkimResult>();
        for (var index = 0; index < fields.Count && results.Count < DkimLimits.SignaturesMax; index++)
        {
            if (!fields.Is(message.Span, index, "dkim-signature"u8))
                continue;
            if (!SignatureReader.TryRead(Text(message, fields[index]), out var signature, out var refusal))
                results.Add(refusal);
            else if (Precheck(signature, bodies, now) is { } wrong)
                results.Add(wrong);
            else
                results.Add(await keys.Check(
                    signature, SignedForm.HeaderDigest(message.Span, fields, index, signature), cancellation));
        }

        return results.ToImmutable();
    }

    /// <summary>What is found out without a look-up.</summary>
    private static DkimResult? Precheck(DkimSignature signature, BodyDigests bodies, DateTimeOffset now)
    {
        if (signature.Expires <= now)
            return Of(signature, DkimStatus.Policy, "the signature has expired");
        if (!bodies.TryGet(signature.BodyForm, signature.BodyLength, out var digest))
            return Of(signature, DkimStatus.PermError, "l= is more than the body has");
        return digest.AsSpan().SequenceEqual(signature.BodyDigest)
            ? null
            : Of(signature, DkimStatus.Fail, "the hash of the body is another one");
    }

    private static DkimResult Of(DkimSignature signature, DkimStatus status, string reason) =>
        new(status, signature.Domain, signature.Selector.Value, reason);

    private static string Text(ReadOnlyMemory<byte> message, FieldPosition field) =>
        Encoding.UTF8.GetString(message.Span[field.ValueStart..Math.Min(
            field.End, field.ValueStart + DkimLimits.SignatureOctetsMax + 1)]);
}
