using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Actors.Mail.Reports.ReturnPaths;

/// <summary>
/// The local part of a return path of ours: what came back to it is about that message, and nobody else could have
/// written it.
/// </summary>
/// <remarks>
/// 62 characters of <c>a-z2-7</c> and a digit: <c>r1</c>, then in base32 the key's number (1 octet), a tag of the
/// tenant (5), the submission (16), the recipient (3), and the first 96 bits of an HMAC-SHA-256 (12) over all of it
/// and the tenant's whole name. A guess is right once in 2^96 times. The tag only finds the tenant; two tenants that
/// share one are told apart by the MAC.
/// </remarks>
public sealed class ReturnPathToken
{
    /// <summary>Octets of the local part: RFC 5321 §4.5.3.1.1 allows 64.</summary>
    public const int Length = 62;

    /// <summary>Bits of the MAC that are kept.</summary>
    public const int MacBits = 96;

    private const string Form = "r1";
    private const int RecipientMax = (1 << 24) - 1;
    private const int TagLength = 5;
    private const int SubmissionAt = 1 + TagLength;
    private const int RecipientAt = SubmissionAt + 16;
    private const int MacAt = RecipientAt + 3;
    private const int OctetsLength = MacAt + (MacBits / 8);

    private static readonly byte[] Purpose = "return path, form 1\0"u8.ToArray();

    private readonly byte[] octets;

    private ReturnPathToken(byte[] octets) => this.octets = octets;

    /// <summary>Which key it was made with.</summary>
    public byte KeyId => octets[0];

    /// <summary>Of the tenant that it claims; see <see cref="TagOf"/>.</summary>
    public long TenantTag => Tag(octets.AsSpan(1, TagLength));

    public UInt128 Submission => BinaryPrimitives.ReadUInt128BigEndian(octets.AsSpan(SubmissionAt));

    public int Recipient => (octets[RecipientAt] << 16) | (octets[RecipientAt + 1] << 8) | octets[RecipientAt + 2];

    /// <returns>The local part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The recipient's number.</exception>
    public static string Make(ReturnPathKeys keys, ReturnPathSubject subject)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfNegative(subject.Recipient);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subject.Recipient, RecipientMax);
        Span<byte> octets = stackalloc byte[OctetsLength];
        octets[0] = keys.Current.Id;
        Digest(subject.Tenant)[..TagLength].CopyTo(octets[1..]);
        BinaryPrimitives.WriteUInt128BigEndian(octets[SubmissionAt..], subject.Submission);
        octets[RecipientAt] = (byte)(subject.Recipient >> 16);
        octets[RecipientAt + 1] = (byte)(subject.Recipient >> 8);
        octets[RecipientAt + 2] = (byte)subject.Recipient;
        Sign(keys.Current, subject.Tenant, octets[..MacAt], octets[MacAt..]);
        Span<char> text = stackalloc char[Length];
        Form.CopyTo(text);
        Base32.Encode(octets, text[Form.Length..]);
        return new string(text);
    }

    /// <summary>Reads what has the form, in any case; whether it is ours says <see cref="IsOf"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> localPart, [NotNullWhen(true)] out ReturnPathToken? token)
    {
        var octets = new byte[OctetsLength];
        var hasForm = localPart.Length == Length
            && localPart.StartsWith(Form, StringComparison.OrdinalIgnoreCase)
            && Base32.TryDecode(localPart[Form.Length..], octets);
        token = hasForm ? new ReturnPathToken(octets) : null;
        return hasForm;
    }

    /// <summary>Whether we made it, for that tenant; false where it was changed or its key is gone.</summary>
    /// <remarks>The comparison takes the same time wherever the two differ.</remarks>
    public bool IsOf(ReturnPathKeys keys, string tenant)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (!keys.TryFind(KeyId, out var key))
            return false;
        Span<byte> mac = stackalloc byte[MacBits / 8];
        Sign(key, tenant, octets.AsSpan(0, MacAt), mac);
        return CryptographicOperations.FixedTimeEquals(mac, octets.AsSpan(MacAt));
    }

    /// <summary>The 40 bits by which a tenant is found: the same for every message and key.</summary>
    public static long TagOf(string tenant) => Tag(Digest(tenant));

    private static byte[] Digest(string tenant) => SHA256.HashData(Encoding.UTF8.GetBytes(tenant));

    private static long Tag(ReadOnlySpan<byte> digest) =>
        ((long)digest[0] << 32) | BinaryPrimitives.ReadUInt32BigEndian(digest[1..]);

    private static void Sign(ReturnPathKey key, string tenant, ReadOnlySpan<byte> head, Span<byte> mac)
    {
        byte[] input = [.. Purpose, .. head, .. Encoding.UTF8.GetBytes(tenant)];
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Secret.Span, input, whole);
        whole[..mac.Length].CopyTo(mac);
    }
}
