using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Actors.Mail.Authentication.Dkim.Canonical;

namespace Actors.Mail.Authentication.Dkim.Verifying;

/// <summary>What a signature was made over (RFC 6376 §3.7).</summary>
internal static class SignedForm
{
    /// <param name="index">Of the signature's own field.</param>
    /// <returns>The digest that b= signs.</returns>
    internal static byte[] HeaderDigest(
        ReadOnlySpan<byte> message, MessageFields fields, int index, DkimSignature signature)
    {
        var form = new ArrayBufferWriter<byte>(4 * 1024);
        var lowest = new Dictionary<string, int>();
        foreach (var name in signature.SignedNames)
        {
            // One that is not there, or not often enough, is signed as nothing.
            var at = fields.Above(
                message, lowest.GetValueOrDefault(name, fields.Count), Encoding.UTF8.GetBytes(name));
            lowest[name] = at < 0 ? 0 : at;
            if (at >= 0)
                CanonicalHeader.Write(message, fields[at], signature.HeaderForm, form);
        }

        WriteOwn(message, fields[index], signature.HeaderForm, form);
        return SHA256.HashData(form.WrittenSpan);
    }

    /// <summary>The signature's own field without the value of b= and without its last CRLF.</summary>
    private static void WriteOwn(
        ReadOnlySpan<byte> message, FieldPosition field, Canonicalization headerForm, IBufferWriter<byte> output)
    {
        var value = message[field.ValueStart..field.End];
        var (start, end) = SignatureValue(value);
        byte[] emptied = [.. value[..start], .. value[end..]];
        if (headerForm == Canonicalization.Relaxed)
        {
            CanonicalHeader.WriteRelaxed(message[field.Start..field.NameEnd], emptied, output);
            return;
        }

        output.Write(message[field.Start..field.ValueStart]);
        output.Write(emptied);
    }

    /// <summary>Where the value of b= stands: from its "=" to the ";" or the end.</summary>
    private static (int Start, int End) SignatureValue(ReadOnlySpan<byte> value)
    {
        var at = 0;
        while (at < value.Length)
        {
            var length = value[at..].IndexOf((byte)';');
            var end = length < 0 ? value.Length : at + length;
            var equals = value[at..end].IndexOf((byte)'=');
            if (equals >= 0 && value.Slice(at, equals).Trim(" \t\r\n"u8).SequenceEqual("b"u8))
                return (at + equals + 1, end);
            at = end + 1;
        }

        return (0, 0);
    }
}
