using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Actors.Mail.Macs;

namespace Actors.Mail.Unsubscribing;

/// <summary>The last segment of a link to unsubscribe (RFC 8058 §3.1: hard to forge, enough without
/// cookies).</summary>
/// <remarks>
/// base64url, without padding, of: form (1 octet), the key's number (1), the length of the tenant (1) and the tenant,
/// submission (16), recipient (2), contact (10), the list in UTF-8, and the first 128 bits of an HMAC-SHA-256 over all
/// of it (16). So it says all by itself what is to be done, also when the message is erased, and is of one tenant and
/// one contact alone.
/// </remarks>
public static class UnsubscribeToken
{
    /// <summary>Characters of the longest.</summary>
    public const int LengthMax = (((HeadLength + TenantMax + ListMax + MacLength) * 4) + 2) / 3;

    private const byte Form = 1;
    private const int TenantAt = 3;
    private const int SubmissionLength = 16;
    private const int RecipientLength = 2;
    private const int ContactLength = 10;
    private const int HeadLength = TenantAt + SubmissionLength + RecipientLength + ContactLength;
    private const int TenantMax = 64;
    private const int ListMax = 255;
    private const int MacLength = 16;

    private static readonly byte[] Purpose = "unsubscribe\0"u8.ToArray();

    /// <exception cref="ArgumentException">A part of the subject is longer than a token has room for.</exception>
    public static string Make(MacKeys keys, UnsubscribeSubject subject)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(subject);
        var list = Encoding.UTF8.GetByteCount(subject.List ?? "");
        if (subject.Tenant.Length is 0 or > TenantMax || list > ListMax
            || subject.Contact.Length != 2 * ContactLength || subject.Recipient is < 0 or > ushort.MaxValue)
            throw new ArgumentException("A token has no room for it.", nameof(subject));
        Span<byte> octets = stackalloc byte[HeadLength + TenantMax + ListMax + MacLength];
        octets[0] = Form;
        octets[1] = keys.Current.Id;
        octets[2] = (byte)subject.Tenant.Length;
        var at = TenantAt + Encoding.ASCII.GetBytes(subject.Tenant, octets[TenantAt..]);
        BinaryPrimitives.WriteUInt128BigEndian(octets[at..], subject.Submission);
        BinaryPrimitives.WriteUInt16BigEndian(octets[(at + SubmissionLength)..], (ushort)subject.Recipient);
        at += SubmissionLength + RecipientLength;
        Convert.FromHexString(subject.Contact).CopyTo(octets[at..]);
        at += ContactLength;
        at += Encoding.UTF8.GetBytes(subject.List ?? "", octets[at..]);
        Sign(keys.Current, octets[..at], octets.Slice(at, MacLength));
        return Base64Url.EncodeToString(octets[..(at + MacLength)]);
    }

    /// <returns>False for what these keys have not made, whatever is wrong with it.</returns>
    /// <remarks>The comparison takes the same time wherever the two differ.</remarks>
    public static bool TryRead(MacKeys keys, string text, [NotNullWhen(true)] out UnsubscribeSubject? subject)
    {
        ArgumentNullException.ThrowIfNull(keys);
        subject = null;
        if (!TryDecode(text, out var octets) || octets[0] != Form || !keys.TryFind(octets[1], out var key))
            return false;
        var signed = octets.AsSpan(0, octets.Length - MacLength);
        Span<byte> mac = stackalloc byte[MacLength];
        Sign(key, signed, mac);
        if (!CryptographicOperations.FixedTimeEquals(mac, octets.AsSpan(signed.Length)))
            return false;
        var at = TenantAt + signed[2];
        var rest = signed[(at + SubmissionLength + RecipientLength)..];
        subject = new UnsubscribeSubject(
            Encoding.ASCII.GetString(signed[TenantAt..at]),
            BinaryPrimitives.ReadUInt128BigEndian(signed[at..]),
            BinaryPrimitives.ReadUInt16BigEndian(signed[(at + SubmissionLength)..]),
            Convert.ToHexStringLower(rest[..ContactLength]),
            rest.Length > ContactLength ? Encoding.UTF8.GetString(rest[ContactLength..]) : null);
        return true;
    }

    /// <summary>One text for the same octets: what decodes to them and is written otherwise is none.</summary>
    private static bool TryDecode(string text, out byte[] octets)
    {
        octets = [];
        if (text.Length is 0 or > LengthMax || !Base64Url.IsValid(text))
            return false;
        octets = Base64Url.DecodeFromChars(text);
        return octets.Length >= HeadLength + MacLength && Base64Url.EncodeToString(octets) == text;
    }

    private static void Sign(MacKey key, ReadOnlySpan<byte> head, Span<byte> mac)
    {
        byte[] input = [.. Purpose, .. head];
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Secret.Span, input, whole);
        whole[..mac.Length].CopyTo(mac);
    }
}
