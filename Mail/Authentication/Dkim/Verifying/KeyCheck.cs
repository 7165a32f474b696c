using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Lookups;

namespace Actors.Mail.Authentication.Dkim.Verifying;

/// <summary>Looks a signature's key up and checks the signature with it (RFC 6376 §6.1.2 and §6.1.3).</summary>
internal sealed class KeyCheck(IDnsLookup dns)
{
    internal async ValueTask<DkimResult> Check(
        DkimSignature signature, byte[] digest, CancellationToken cancellation)
    {
        var answer = await dns.Texts(signature.Selector.NameAt(signature.Domain), cancellation);
        if (answer.Status == LookupStatus.TemporaryFailure)
            return Of(signature, DkimStatus.TempError, "the key could not be looked up");
        var result = Of(signature, DkimStatus.PermError, "there is no key");
        foreach (var text in answer.Records.Take(DkimLimits.KeysPerNameMax))
        {
            result = With(text, signature, digest);
            if (result.Status == DkimStatus.Pass)
                break;
        }

        return result;
    }

    private static DkimResult With(string text, DkimSignature signature, byte[] digest)
    {
        if (!KeyRecord.TryParse(text, out var record))
            return Of(signature, DkimStatus.PermError, "the key's record cannot be read");
        var result = With(record, signature, digest);
        return result with { IsTest = record.IsTest, IsPartial = signature.BodyLength is not null };
    }

    private static DkimResult With(KeyRecord record, DkimSignature signature, byte[] digest)
    {
        if (!record.IsForEmail)
            return Of(signature, DkimStatus.PermError, "the key is not for e-mail");
        if (record.KeyType != "rsa")
            return Of(signature, DkimStatus.PermError, "the key is of another type than a= says");
        if (!record.Hashes.IsEmpty && !record.Hashes.Contains("sha256"))
            return Of(signature, DkimStatus.PermError, "the key is not for this hash");
        if (record.IsStrict && !signature.IdentityDomain.Equals(signature.Domain))
            return Of(signature, DkimStatus.PermError, "the key is not for subdomains");
        if (record.PublicKeyText.Length == 0)
            return Of(signature, DkimStatus.PermError, "the key was revoked");
        if (!PublicKey.TryRead(record.PublicKeyText, out var key))
            return Of(signature, DkimStatus.PermError, "the key cannot be used");
        if (key.Bits < DkimLimits.RsaBitsMin)
            return Of(signature, DkimStatus.Policy, "the key is too short to count"); // RFC 8301 §3.2
        return key.Verifies(digest, signature.Value)
            ? Of(signature, DkimStatus.Pass, "")
            : Of(signature, DkimStatus.Fail, "the signature is not of this header");
    }

    private static DkimResult Of(DkimSignature signature, DkimStatus status, string reason) =>
        new(status, signature.Domain, signature.Selector.Value, reason);
}
