using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Smime;
using Actors.Silo.Configuration;
using Actors.Silo.Signing;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.Configuration;

public sealed class SmimeIdentityTests : IDisposable
{
    private const string Sender = "shop@example.com";

    private readonly Folder folder = new();
    private readonly string file;
    private readonly string password;

    public SmimeIdentityTests()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Shop", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress(Sender);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        file = Path.Combine(folder.Path, "shop.p12");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "secret"));
        password = folder.Write("password", "secret\n");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void a_certificate_for_the_sender_is_taken_and_found_whatever_the_case()
    {
        var identities = $"{Sender}:{file}:{password}";
        Reading.Of(("Smime:Identities", identities)).Problems.ShouldBeEmpty();
        using var found = new SigningIdentities(
            new SiloSettings { Smime = new SmimeSettings { Identities = identities } }, TimeProvider.System);
        found.Find(EmailAddress.Parse("Shop@EXAMPLE.com")).ShouldNotBeNull();
        found.Find(EmailAddress.Parse("other@example.com")).ShouldBeNull();
        found.Find(null).ShouldBeNull();
    }

    [Fact]
    public void files_without_an_end_are_not_read_to_it() =>
        Reading.Of(("Smime:Identities", $"{Sender}:/dev/zero:{password},a@example.com:{file}:/dev/zero")).Problems
            .Select(problem => problem.Rule).ShouldBe(
        [
            $"needs a certificate for {Sender}: /dev/zero is larger than {SmimeLimits.FileOctetsMax} bytes",
            $"needs a certificate for a@example.com: /dev/zero is larger than {SmimeLimits.PasswordMax} bytes",
        ]);

    [Fact]
    public void everything_that_is_wrong_with_certificates_is_named_at_once()
    {
        var wrong = folder.Write("wrong", "nonsense");
        var text = string.Join(',', Sender, $"shop:{file}:{password}", $"{Sender}:{file}:{wrong}",
            $"{Sender}:{file}:{password}", $"other@example.com:{file}:{password}",
            $"third@example.com:{wrong}:{password}", $"fourth@example.com:{folder.Path}/none:{password}");
        Reading.Of(("Smime:Identities", text)).Problems
            .Select(problem => problem.Rule.Replace(folder.Path, "", StringComparison.Ordinal)).ShouldBe(
        [
            $"has to be address:file:password-file, and '{Sender}' is not",
            $"has to be address:file:password-file, and 'shop:/shop.p12:/password' is not",
            $"needs a certificate for {Sender}: /shop.p12: The password does not open the file",
            $"has {Sender} twice",
            "needs a certificate for other@example.com: /shop.p12: The certificate is not for the sender's address",
            "needs a certificate for third@example.com: /wrong: The file is no PKCS#12 file",
            "needs a certificate for fourth@example.com: there is no /none",
        ]);
    }
}
