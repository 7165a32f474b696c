using System.Security.Cryptography;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dkim;
using Actors.Mail.Authentication.Dkim.Keys;

namespace Actors.Mail.Tests.Authentication.Dkim;

public sealed class KeyTests
{
    [Fact]
    public void a_key_that_is_made_can_be_read_again()
    {
        using var made = PrivateKey.Generate();
        made.Bits.ShouldBe(2048);
        PrivateKey.TryReadPem(made.ExportPem(), out var read, out _).ShouldBeTrue();
        read.Public.ShouldBe(made.Public);
        read.Dispose();
    }

    [Fact]
    public void both_forms_of_pem_are_read_with_text_and_certificates_around()
    {
        using var rsa = RSA.Create(2048);
        foreach (var pem in new[] { rsa.ExportRSAPrivateKeyPem(), rsa.ExportPkcs8PrivateKeyPem() })
        {
            var file = $"Some text\n{rsa.ExportSubjectPublicKeyInfoPem()}\n{pem}\nmore\n";
            PrivateKey.TryReadPem(file, out var key, out _).ShouldBeTrue();
            key.Public.Info.ToArray().ShouldBe(rsa.ExportSubjectPublicKeyInfo());
            key.Dispose();
        }
    }

    [Fact]
    public void what_cannot_sign_is_refused_with_the_reason()
    {
        using var rsa = RSA.Create(2048);
        using var small = RSA.Create(512);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var encrypted = rsa.ExportEncryptedPkcs8PrivateKeyPem(
            "secret", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1));
        Refusal("").ShouldBe(PrivateKeyRefusal.NoPrivateKey);
        Refusal(rsa.ExportSubjectPublicKeyInfoPem()).ShouldBe(PrivateKeyRefusal.NoPrivateKey);
        Refusal(encrypted).ShouldBe(PrivateKeyRefusal.Encrypted);
        Refusal(curve.ExportECPrivateKeyPem()).ShouldBe(PrivateKeyRefusal.NotRsa);
        Refusal(curve.ExportPkcs8PrivateKeyPem()).ShouldBe(PrivateKeyRefusal.Damaged);
        Refusal(small.ExportPkcs8PrivateKeyPem()).ShouldBe(PrivateKeyRefusal.WrongSize);
        Refusal("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----").ShouldBe(PrivateKeyRefusal.Damaged);
        Refusal(new string(' ', DkimLimits.PemMax) + rsa.ExportPkcs8PrivateKeyPem())
            .ShouldBe(PrivateKeyRefusal.TooLarge);
    }

    [Fact]
    public void a_record_is_split_into_strings_that_dns_takes()
    {
        var text = KeyRecord.TextFor(Signed.Key.Public);
        text.ShouldStartWith("v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA");
        var strings = KeyRecord.Strings(text);
        strings.Select(part => part.Length).ShouldBe([255, text.Length - 255]);
        string.Concat(strings).ShouldBe(text);
        KeyRecord.ZoneLine("mail._domainkey.example.com", Signed.Key.Public)
            .ShouldBe($"mail._domainkey.example.com. IN TXT ( \"{strings[0]}\" \"{strings[1]}\" )");
    }

    [Theory]
    [InlineData("mail", true)]
    [InlineData("a.b-c.d_e", true)]
    [InlineData("2026", true)]
    [InlineData("", false)]
    [InlineData("a..b", false)]
    [InlineData("-a", false)]
    [InlineData("a b", false)]
    [InlineData("a;b", false)]
    [InlineData("ä", false)]
    public void a_selector_is_labels_that_dns_takes(string text, bool expected) =>
        Selector.TryParse(text, out _).ShouldBe(expected);

    [Fact]
    public void a_selector_and_a_domain_have_to_fit_into_one_name()
    {
        var domain = DomainName.Parse(string.Join('.', Enumerable.Repeat(new string('a', 60), 4)) + ".de");
        Selector.Parse("a").FitsBelow(domain).ShouldBeFalse();
        Selector.Parse("mail").NameAt(DomainName.Parse("example.com")).ShouldBe("mail._domainkey.example.com");
    }

    private static PrivateKeyRefusal? Refusal(string pem)
    {
        PrivateKey.TryReadPem(pem, out _, out var refusal).ShouldBeFalse();
        return refusal;
    }
}
