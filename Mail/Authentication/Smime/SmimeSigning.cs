using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Actors.Mail.Authentication.Smime;

/// <summary>Signs messages as multipart/signed (RFC 8551 §3.5.3, RFC 5652).</summary>
/// <remarks>
/// The message's Content fields and its body become the first part, in 7 bits so that no server has a reason to
/// change them; all other fields stay where they are. DKIM comes afterwards, over all of it.
/// </remarks>
public static class SmimeSigning
{
    private static readonly Oid Sha256 = new("2.16.840.1.101.3.4.2.1");

    /// <param name="message">Header and body, line ends CRLF; must not change meanwhile.</param>
    /// <param name="now">Becomes the signing time.</param>
    /// <param name="result">The signed message.</param>
    public static bool TrySign(
        ReadOnlyMemory<byte> message,
        SmimeIdentity identity,
        DateTimeOffset now,
        [NotNullWhen(true)] out ReadOnlyMemory<byte>? result,
        [NotNullWhen(false)] out SmimeRefusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(identity);
        result = null;
        if (!SignedEntity.TryTake(message, out var entity, out refusal))
            return false;
        var signature = Signature(entity.Part, identity, now);
        var output = new ArrayBufferWriter<byte>(message.Length + (2 * signature.Length) + 1024);
        SignedMessageWriter.Write(entity, signature, output);
        result = output.WrittenMemory;
        return true;
    }

    private static byte[] Signature(byte[] part, SmimeIdentity identity, DateTimeOffset now)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, identity.Certificate)
        {
            DigestAlgorithm = Sha256,
            IncludeOption = System.Security.Cryptography.X509Certificates.X509IncludeOption.None,
        };
        signer.Certificates.AddRange(identity.Chain);
        signer.SignedAttributes.Add(new Pkcs9SigningTime(now.UtcDateTime));
        var cms = new SignedCms(new ContentInfo(part), detached: true);
        lock (identity.Signing)
            cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }
}
