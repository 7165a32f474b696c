using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Actors.Grains.Ids;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Silo.Configuration;
using Actors.Silo.Signing;
using Actors.Silo.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Silo.Tests.Signing;

/// <summary>The mail counts more than its signature.</summary>
public sealed class OutgoingSignaturesTests : IDisposable
{
    private const string Sender = "shop@example.com";

    private static readonly byte[] Mail = Encoding.ASCII.GetBytes(
        $"From: {Sender}\r\nTo: you@example.org\r\nSubject: hello\r\n\r\nworld\r\n");

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void a_fault_in_signing_lets_the_mail_go_out_as_it_is()
    {
        var settings = new SiloSettings { Smime = new() { Identities = Identity() } };
        using var keys = new SigningKeys(settings);
        var identities = new SigningIdentities(settings, TimeProvider.System);
        var signatures = new OutgoingSignatures(
            keys, identities, TimeProvider.System, NullLogger<OutgoingSignatures>.Instance);

        Encoding.ASCII.GetString(Signed(signatures)).ShouldContain("multipart/signed");
        identities.Dispose(); // its key cannot be used any more
        Signed(signatures).ShouldBe(Mail);
    }

    private static byte[] Signed(OutgoingSignatures signatures)
    {
        var now = TimeProvider.System.GetUtcNow();
        var submission = new StoredSubmission
        {
            Id = SubmissionId.Create(now, new byte[10]),
            Account = default,
            Source = new MailSource.Raw(Mail, [EmailAddress.Parse(Sender)], false),
            HeaderRecipients = [],
            MessageIdHeader = "<1@example.com>",
            From = Sender,
            Subject = "hello",
            CreatedAt = now,
        };
        return [.. signatures.Sign(submission, [Mail], null).SelectMany(piece => piece.ToArray())];
    }

    private string Identity()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Shop", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress(Sender);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var file = Path.Combine(folder.Path, "shop.p12");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "secret"));
        return $"{Sender}:{file}:{folder.Write("password", "secret\n")}";
    }
}
