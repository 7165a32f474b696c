using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Actors.Mail.Macs;

namespace Actors.Mail.Reports.ReturnPaths;

/// <summary>
/// The local part of a return path of ours: what came back to it is about that message, and nobody else could have
/// written it.
/// </summary>
/// <remarks>
/// 63 characters of <c>a-z2-7</c>: <c>r2</c>, then in base32 the key's number (1 octet), a tag of the tenant (4), the
/// submission (16), the recipient (2), the contact (6), the account (1), and the first 64 bits of an HMAC-SHA-256 (8)
/// over all of it and the tenant's whole name. A guess is right once in 2^64 times. The tag only finds the tenant; two
/// tenants that share one are told apart by the MAC. The form <c>r1</c> (62 characters, without contact and account)
/// is still read.
/// </remarks>
public sealed class ReturnPathToken
{
    /// <summary>Octets of the local part: RFC 5321 §4.5.3.1.1 allows 64.</summary>
    public const int Length = 63;

    /// <summary>Bits of the MAC that are kept.</summary>
    public const int MacBits = 64;

    private const int RecipientMax = ushort.MaxValue;

    private readonly ReturnPathForm form;
    private readonly byte[] octets;

    private ReturnPathToken(ReturnPathForm form, byte[] octets) => (this.form, this.octets) = (form, octets);

    /// <summary>Which key it was made with.</summary>
    public byte KeyId => octets[0];

    /// <summary>Of the tenant that it claims; see <see cref="TagOf"/>.</summary>
    public uint TenantTag => BinaryPrimitives.ReadUInt32BigEndian(octets.AsSpan(ReturnPathForm.TagAt));

    public UInt128 Submission => BinaryPrimitives.ReadUInt128BigEndian(octets.AsSpan(form.SubmissionAt));

    public int Recipient => (int)Number(octets.AsSpan(form.RecipientAt, form.ContactAt - form.RecipientAt));

    /// <summary>The first 48 bits of the recipient's hash; null in the form that has none.</summary>
    public long? Contact =>
        form.HasContact ? Number(octets.AsSpan(form.ContactAt, ReturnPathForm.ContactLength)) : null;

    /// <summary>See <see cref="OctetOf"/>; null in the form that has none.</summary>
    public byte? Account => form.HasContact ? octets[form.ContactAt + ReturnPathForm.ContactLength] : null;

    /// <returns>The local part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The recipient's number or the contact.</exception>
    public static string Make(MacKeys keys, ReturnPathSubject subject)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfNegative(subject.Recipient);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subject.Recipient, RecipientMax);
        ArgumentOutOfRangeException.ThrowIfNegative(subject.Contact);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subject.Contact, ReturnPathSubject.ContactMax);
        var form = ReturnPathForm.Second;
        Span<byte> octets = stackalloc byte[form.OctetsLength];
        octets[0] = keys.Current.Id;
        BinaryPrimitives.WriteUInt32BigEndian(octets[ReturnPathForm.TagAt..], TagOf(subject.Tenant));
        BinaryPrimitives.WriteUInt128BigEndian(octets[form.SubmissionAt..], subject.Submission);
        BinaryPrimitives.WriteUInt16BigEndian(octets[form.RecipientAt..], (ushort)subject.Recipient);
        BinaryPrimitives.WriteUInt64BigEndian(
            octets[form.ContactAt..], ((ulong)subject.Contact << 16) | ((ulong)subject.Account << 8));
        Sign(form, keys.Current, subject.Tenant, octets[..form.MacAt], octets[form.MacAt..]);
        Span<char> text = stackalloc char[form.Length];
        form.Name.CopyTo(text);
        Base32.Encode(octets, text[form.Name.Length..]);
        return new string(text);
    }

    /// <summary>Reads what has the form, in any case; whether it is ours says <see cref="IsOf"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> localPart, [NotNullWhen(true)] out ReturnPathToken? token) =>
        TryParse(ReturnPathForm.Second, localPart, out token) || TryParse(ReturnPathForm.First, localPart, out token);

    /// <summary>Whether we made it, for that tenant; false where it was changed or its key is gone.</summary>
    /// <remarks>The comparison takes the same time wherever the two differ.</remarks>
    public bool IsOf(MacKeys keys, string tenant)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (!keys.TryFind(KeyId, out var key))
            return false;
        Span<byte> mac = stackalloc byte[form.OctetsLength - form.MacAt];
        Sign(form, key, tenant, octets.AsSpan(0, form.MacAt), mac);
        return CryptographicOperations.FixedTimeEquals(mac, octets.AsSpan(form.MacAt));
    }

    /// <summary>The 32 bits by which a tenant is found: the same for every message and key.</summary>
    public static uint TagOf(string tenant) => BinaryPrimitives.ReadUInt32BigEndian(Digest(tenant));

    /// <summary>The 8 bits by which an account is found within its tenant, where no other has them, too.</summary>
    public static byte OctetOf(string account) => Digest(account)[0];

    private static bool TryParse(
        ReturnPathForm form, ReadOnlySpan<char> localPart, [NotNullWhen(true)] out ReturnPathToken? token)
    {
        token = null;
        if (localPart.Length != form.Length || !localPart.StartsWith(form.Name, StringComparison.OrdinalIgnoreCase))
            return false;
        var octets = new byte[form.OctetsLength];
        if (Base32.TryDecode(localPart[form.Name.Length..], octets))
            token = new ReturnPathToken(form, octets);
        return token is not null;
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static long Number(ReadOnlySpan<byte> octets)
    {
        long number = 0;
        foreach (var octet in octets)
            number = (number << 8) | octet;
        return number;
    }

    private static void Sign(
        ReturnPathForm form, MacKey key, string tenant, ReadOnlySpan<byte> head, Span<byte> mac)
    {
        byte[] input = [.. form.Purpose, .. head, .. Encoding.UTF8.GetBytes(tenant)];
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.Secret.Span, input, whole);
        whole[..mac.Length].CopyTo(mac);
    }
}
