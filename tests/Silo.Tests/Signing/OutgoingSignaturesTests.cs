using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Actors.Grains.Ids;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Smime;
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

    [Fact]
    public void mail_of_a_sender_whose_own_key_does_not_sign_is_not_sent_without()
    {
        var settings = new SiloSettings();
        using var keys = new SigningKeys(settings);
        using var identities = new SigningIdentities(settings, TimeProvider.System);
        var signatures = new OutgoingSignatures(
            keys, identities, TimeProvider.System, NullLogger<OutgoingSignatures>.Instance);
        Identity();
        var file = File.ReadAllBytes(Path.Combine(folder.Path, "shop.p12"));
        SmimeIdentity.TryLoad(
            file, "secret", EmailAddress.Parse(Sender), TimeProvider.System.GetUtcNow(), out var own, out _)
            .ShouldBeTrue();

        Encoding.ASCII.GetString(Signed(signatures, own)).ShouldContain("multipart/signed");
        own!.Dispose(); // its key cannot be used any more
        signatures.Sign(Submission(), [Mail], null, own).ShouldBeNull();
        Signed(signatures).ShouldBe(Mail);
    }

    private static byte[] Signed(OutgoingSignatures signatures, SmimeIdentity? own = null) =>
        [.. signatures.Sign(Submission(), [Mail], null, own)!.SelectMany(piece => piece.ToArray())];

    private static StoredSubmission Submission()
    {
        var now = TimeProvider.System.GetUtcNow();
        return new StoredSubmission
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
