using System.Security.Cryptography;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim.Keys;
using Actors.Mail.Authentication.Dkim.Signing;

namespace Actors.Interop.Tests.Lab;

/// <summary>The key of a domain in the lab's zone, published behind a CNAME as customers of a platform do it.</summary>
internal sealed class SigningKey : IDisposable
{
    /// <summary>Mail from here is signed.</summary>
    public const string Domain = "signed." + NameServer.Zone;

    public const string Selector = "mail";

    private readonly PrivateKey key = PrivateKey.Generate();

    public SigningKey(string folder)
    {
        File = Path.Combine(folder, "dkim.pem");
        using var rsa = RSA.Create();
        rsa.ImportFromPem(key.ExportPem());
        System.IO.File.WriteAllText(File, rsa.ExportRSAPrivateKeyPem()); // what openssl genrsa -traditional writes
    }

    public string File { get; }

    public DkimSigner Signer =>
        new(DomainName.Parse(Domain), Mail.Authentication.Dkim.Keys.Selector.Parse(Selector), key);

    /// <summary>What stands in the zone for it.</summary>
    public string Records => $"""
        {Selector}._domainkey.{Domain}. CNAME key1.keys.{NameServer.Zone}.
        {KeyRecord.ZoneLine("key1.keys." + NameServer.Zone, key.Public)}
        _dmarc.{Domain}. TXT "v=DMARC1; p=reject"

        """;

    public void Dispose() => key.Dispose();
}
