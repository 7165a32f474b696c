using System.Buffers;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Actors.Mail.Authentication.Dkim.Canonical;

namespace Actors.Mail.Authentication.Dkim.Signing;

/// <summary>What signing works with, kept for the next message.</summary>
internal sealed class SigningBench : IDisposable
{
    /// <summary>Columns at which the signature is folded.</summary>
    private const int ColumnsMax = 76;

    /// <summary>Octets that a bench may keep between messages: a header larger than this is rare.</summary>
    private const int KeptMax = 64 * 1024;

    private static readonly ConcurrentBag<SigningBench> Idle = [];

    private readonly BodyHash bodyHash = new();
    private readonly ArrayBufferWriter<byte> headerForm = new(4 * 1024);
    private readonly ArrayBufferWriter<byte> names = new(1024);
    private readonly ArrayBufferWriter<byte> value = new(2 * 1024);
    private readonly byte[] bodyDigest = new byte[BodyHash.DigestOctets];
    private readonly byte[] signature = new byte[DkimLimits.RsaBitsMax / 8];
    private int headerLength;
    private int column;

    private SigningBench()
    {
    }

    internal MessageFields Fields { get; } = new();

    internal static SigningBench Take() => Idle.TryTake(out var bench) ? bench : new SigningBench();

    internal static void Return(SigningBench bench)
    {
        if (bench.headerForm.Capacity <= KeptMax)
            Idle.Add(bench);
        else
            bench.Dispose();
    }

    public void Dispose() => bodyHash.Dispose();

    /// <summary>Does what is the same for every signature: body hash, signed fields and their names.</summary>
    internal void Begin(ReadOnlySpan<byte> message)
    {
        bodyHash.Compute(message[Fields.BodyStart..], Canonicalization.Relaxed, null, bodyDigest);
        headerForm.ResetWrittenCount();
        names.ResetWrittenCount();
        column = "\th=".Length;
        foreach (var field in SignedFields.All)
        {
            for (var at = Fields.Above(message, Fields.Count, field.Name); at >= 0;
                at = Fields.Above(message, at, field.Name))
            {
                CanonicalHeader.Write(message, Fields[at], Canonicalization.Relaxed, headerForm);
                Name(field.Name);
            }

            if (field.IsSealed)
                Name(field.Name);
        }

        headerLength = headerForm.WrittenCount;
    }

    internal void Sign(DkimSigner signer, DateTimeOffset now, IBufferWriter<byte> output)
    {
        value.ResetWrittenCount();
        value.Write(signer.Opening);
        Utf8Formatter.TryFormat(now.ToUnixTimeSeconds(), value.GetSpan(20), out var digits);
        value.Advance(digits);
        value.Write(";\r\n\th="u8);
        value.Write(names.WrittenSpan);
        value.Write(";\r\n\tbh="u8);
        Base64.EncodeToUtf8(bodyDigest, value.GetSpan(64), out _, out var length);
        value.Advance(length);
        value.Write(";\r\n\tb="u8);
        CanonicalHeader.WriteRelaxed("DKIM-Signature"u8, value.WrittenSpan, headerForm);
        Span<byte> digest = stackalloc byte[BodyHash.DigestOctets];
        SHA256.HashData(headerForm.WrittenSpan, digest);
        Rewind();
        var signed = signature.AsSpan(0, signer.Key.SignatureOctets);
        signer.Key.Sign(digest, signed);
        output.Write("DKIM-Signature:"u8);
        output.Write(value.WrittenSpan);
        WriteFolded(signed, output);
    }

    /// <summary>The form of the signed fields stays for the next signature.</summary>
    private void Rewind()
    {
        // ArrayBufferWriter cannot be cut, but its array keeps what was written.
        headerForm.ResetWrittenCount();
        headerForm.Advance(headerLength);
    }

    private void Name(ReadOnlySpan<byte> name)
    {
        if (names.WrittenCount > 0)
        {
            names.Write(":"u8);
            column++;
        }

        if (column + name.Length >= ColumnsMax)
        {
            names.Write("\r\n\t"u8);
            column = 1;
        }

        names.Write(name);
        column += name.Length;
    }

    private static void WriteFolded(ReadOnlySpan<byte> signature, IBufferWriter<byte> output)
    {
        const int LineOctets = 54; // 72 characters
        while (!signature.IsEmpty)
        {
            var line = signature[..Math.Min(signature.Length, LineOctets)];
            signature = signature[line.Length..];
            Base64.EncodeToUtf8(line, output.GetSpan(LineOctets * 4 / 3), out _, out var written);
            output.Advance(written);
            output.Write(signature.IsEmpty ? "\r\n"u8 : "\r\n\t"u8);
        }
    }
}
