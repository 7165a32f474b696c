using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Smime;

namespace Actors.Mail.Tests.Authentication.Smime;

public sealed class ChainTests
{
    private const string Address = "anna@example.com";

    private static readonly Issuer Issuer = Issuer.One;

    [Fact]
    public void a_chain_up_to_a_root_can_be_followed()
    {
        using var certificate = Issuer.For(Address);
        using var identity = Load(Issuer.File(certificate));

        identity.CheckChain(Issuer.Now).ShouldBeNull();
        identity.ChainSubjects.ShouldBe(["CN=Sender", "CN=Test Authority"]);
    }

    [Fact]
    public void a_chain_without_its_root_can_be_followed_by_who_has_the_root()
    {
        using var certificate = Issuer.For(Address);
        using var whole = Load(Issuer.File(certificate));
        using var exported = Load(whole.Export(), ""); // the root is left out

        exported.CheckChain(Issuer.Now).ShouldBeNull();
    }

    [Fact]
    public void a_certificate_alone_is_refused_unless_it_issued_itself()
    {
        using var certificate = Issuer.For(Address);
        using var alone = Load(certificate.Export(X509ContentType.Pkcs12, Issuer.Password));
        alone.CheckChain(Issuer.Now).ShouldBe(SmimeRefusal.IncompleteChain);

        using var own = SelfSigned();
        using var itself = Load(own.Export(X509ContentType.Pkcs12, Issuer.Password));
        itself.CheckChain(Issuer.Now).ShouldBeNull();
    }

    [Fact]
    public void an_issuer_of_that_name_with_another_key_is_none()
    {
        using var certificate = Issuer.For(Address);
        var other = X509CertificateLoader.LoadCertificate(new Issuer().Authority.RawData);
        var others = new X509Certificate2Collection(certificate) { other };
        using var identity = Load(others.Export(X509ContentType.Pkcs12, Issuer.Password)!);

        identity.CheckChain(Issuer.Now).ShouldNotBeNull();
    }

    [Fact]
    public void an_issuer_that_has_expired_breaks_the_chain()
    {
        using var certificate = Issuer.For(Address, ends: TimeSpan.FromDays(200)); // its authority has 90 days
        using var identity = Load(Issuer.File(certificate));

        identity.CheckChain(Issuer.Now.AddDays(95)).ShouldBe(SmimeRefusal.BrokenChain);
    }

    [Fact]
    public void what_is_exported_signs_as_the_file_did()
    {
        using var certificate = Issuer.For(Address);
        using var uploaded = Load(Issuer.File(certificate));
        using var stored = Load(uploaded.Export(), "");
        var message = Encoding.ASCII.GetBytes($"From: {Address}\r\nTo: b@example.org\r\n\r\nHello.\r\n");

        SmimeSigning.TrySign(message, stored, Issuer.Now, out var signed, out _).ShouldBeTrue();

        Encoding.ASCII.GetString(signed!.Value.Span).ShouldContain("multipart/signed");
        (stored.Fingerprint, stored.Subject, stored.SerialNumber, stored.ValidFrom, stored.ValidUntil).ShouldBe(
            (uploaded.Fingerprint, uploaded.Subject, uploaded.SerialNumber, uploaded.ValidFrom, uploaded.ValidUntil));
        stored.ChainSubjects.ShouldBe(uploaded.ChainSubjects);
    }

    private static SmimeIdentity Load(byte[] file, string password = Issuer.Password) =>
        SmimeIdentity.TryLoad(
            file, password, EmailAddress.Parse(Address), Issuer.Now, out var identity, out var refusal)
            ? identity
            : throw new InvalidOperationException(refusal.Text);

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "E=anna@example.com, CN=Anna", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(Issuer.Now.AddDays(-1), Issuer.Now.AddDays(1));
    }
}
