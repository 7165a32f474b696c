using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Dkim.Signing;
using Actors.Mail.Authentication.Dkim.Verifying;

namespace Actors.Mail.Tests.Authentication.Dkim;

/// <summary>A key, its zone, and messages signed with it: by our signer, or by hand with whatever tags.</summary>
internal static class Signed
{
    internal const string KeyName = "mail._domainkey.example.com";

    internal static DateTimeOffset Now { get; } = new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero);

    internal static PrivateKey Key { get; } = PrivateKey.Generate();

    internal static DkimSigner Signer { get; } =
        new(DomainName.Parse("example.com"), Selector.Parse("mail"), Key);

    internal static KeyZone Zone => new KeyZone().With(KeyName, KeyRecord.TextFor(Key.Public));

    internal static string Sign(string message, params DkimSigner[] signers)
    {
        var output = new ArrayBufferWriter<byte>();
        DkimSigning.TrySign(
            Encoding.UTF8.GetBytes(message), signers.Length == 0 ? [Signer] : signers, Now, output).ShouldBeTrue();
        return Encoding.UTF8.GetString(output.WrittenSpan) + message;
    }

    internal static async Task<ImmutableArray<DkimResult>> Verify(string message, KeyZone? zone = null) =>
        await DkimVerification.Verify(Encoding.UTF8.GetBytes(message), zone ?? Zone, Now, CancellationToken.None);

    internal static async Task<DkimResult> VerifyOne(string message, KeyZone? zone = null) =>
        (await Verify(message, zone)).ShouldHaveSingleItem();

    /// <summary>Signs in canonical forms written down by the test, so that reading is not judged by our own
    /// writing.</summary>
    /// <param name="tags">All but bh= and b=.</param>
    /// <param name="signedFields">The fields of h= in canonical form, each with CRLF.</param>
    /// <param name="signedBody">The body in canonical form.</param>
    internal static string ByHand(string tags, string signedFields, string signedBody, string message)
    {
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(signedBody)));
        var value = $"{tags}; bh={digest}; b=";
        var name = tags.Contains("c=relaxed", StringComparison.Ordinal) ? "dkim-signature:" : "DKIM-Signature: ";
        using var rsa = RSA.Create();
        rsa.ImportFromPem(Key.ExportPem());
        var signature = Convert.ToBase64String(rsa.SignData(
            Encoding.UTF8.GetBytes(signedFields + name + value), HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1));
        return string.Create(CultureInfo.InvariantCulture, $"DKIM-Signature: {value}{signature}\r\n{message}");
    }
}
