using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Smime;
using Actors.Mail.Messages;
using Actors.Mail.Tests.Messages;
using Actors.Testing;

namespace Actors.Mail.Tests.Authentication.Smime;

/// <summary>What we sign, verified by openssl, which knows the root and nothing else.</summary>
public sealed class SmimeSigningTests : IDisposable
{
    private const string GreetingInBase64 = "Content-Transfer-Encoding: base64\r\n\r\nR3LDvMOfZQ0K";

    private readonly string folder = Directory.CreateTempSubdirectory("actors-smime-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [RequiresProgramFact("openssl")]
    public void composed_messages_of_every_kind_verify()
    {
        var file = Drafts.File("Rechnung März.pdf", "application/pdf", [0, 13, 10, 255]);
        Verifies(Drafts.Simple).ShouldContain("Hi Bob\r\n");
        Verifies(Drafts.Simple with { Text = "" });
        Verifies(Drafts.Simple with { Text = "Grüße, 你好\n\n \n", Subject = HeaderValue.Parse("Grüße") });
        Verifies(Drafts.Simple with { Html = "<p>Hi</p>" }).ShouldContain("multipart/alternative");
        Verifies(Drafts.Simple with { Html = "<p>Hi</p>", Attachments = [file, file] })
            .ShouldContain("multipart/mixed");
        Verifies(Drafts.Simple with { Text = "From here\n.\n--=_x\n" + new string('x', 5000) });
    }

    [RequiresProgramFact("openssl")]
    public void submitted_messages_verify_and_are_in_seven_bits()
    {
        const string Header = "From: anna@example.com\r\nSubject: x\r\n";
        Verifies(Header + "\r\nno MIME at all\r\n").ShouldBe("\r\nno MIME at all\r\n");
        Verifies(Header + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + "Content-Transfer-Encoding: 8bit\r\n\r\nGrüße\r\n").ShouldContain(GreetingInBase64);
        var mixed = Verifies(Header + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + "--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nGrüße\r\n"
            + "--b\r\n\r\nplain\r\n--b--\r\n");
        mixed.ShouldContain("multipart/mixed; boundary=b");
        mixed.ShouldNotContain("8bit");
    }

    [RequiresProgramFact("openssl")]
    public void an_elliptic_key_signs_too() => OpenSsl(Signed(
        Drafts.Bytes(Drafts.Simple), ECDsa.Create(ECCurve.NamedCurves.nistP256))).ShouldContain("Hi Bob\r\n");

    [RequiresProgramFact("openssl")]
    public void a_change_is_found()
    {
        var signed = Encoding.UTF8.GetString(Signed(Drafts.Bytes(Drafts.Simple)));
        foreach (var (from, to) in new[] { ("Hi Bob", "Hi Eve"), ("text/plain", "text/html"), ("Hi Bob", "Hi Bob ") })
            Should.Throw<InvalidOperationException>(() => OpenSsl(
                Encoding.UTF8.GetBytes(signed.Replace(from, to, StringComparison.Ordinal))));
    }

    [Fact]
    public void the_header_keeps_all_but_its_content_fields()
    {
        var signed = Encoding.UTF8.GetString(Signed(Drafts.Bytes(Drafts.Simple)));
        HeaderSection.TryParse(Encoding.UTF8.GetBytes(signed), out var header, out _).ShouldBeTrue();
        header.Fields.ToArray().Select(field => Encoding.ASCII.GetString(header.Name(field))).ShouldBe(
            ["Date", "Message-ID", "From", "To", "Subject", "MIME-Version", "Content-Type"]);
        header.TryFind("Content-Type"u8, out var type).ShouldBeTrue();
        header.Text(type).ShouldStartWith(
            "multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256; boundary=\"=_");
        System.Text.Ascii.IsValid(signed).ShouldBeTrue();
        signed.Split("\r\n").ShouldAllBe(line => line.Length <= 78);
    }

    [Theory]
    [InlineData("", "no_header")]
    [InlineData("no field\r\n\r\n", "no_header")]
    [InlineData("From: a@b.example\r\nContent-Type: Multipart/Signed; boundary=x\r\n\r\n", "already_protected")]
    [InlineData("From: a@b.example\r\nContent-Type: application/pkcs7-mime\r\n\r\n", "already_protected")]
    public void what_cannot_be_signed_is_refused(string message, string code)
    {
        using var identity = Identity(null);
        SmimeSigning.TrySign(Encoding.UTF8.GetBytes(message), identity, Issuer.Now, out _, out var refusal)
            .ShouldBeFalse();
        refusal!.Code.ShouldBe(code);
    }

    [Fact]
    public void many_threads_sign_with_one_key()
    {
        using var identity = Identity(null);
        Parallel.For(0, 50, _ => SmimeSigning.TrySign(
            Drafts.Bytes(Drafts.Simple), identity, Issuer.Now, out var _, out var _).ShouldBeTrue());
    }

    private string Verifies(MessageDraft draft) => OpenSsl(Signed(Drafts.Bytes(draft)));

    private string Verifies(string message)
    {
        var signed = Signed(Encoding.UTF8.GetBytes(message));
        System.Text.Ascii.IsValid(signed).ShouldBeTrue();
        return OpenSsl(signed);
    }

    private static byte[] Signed(byte[] message, AsymmetricAlgorithm? key = null)
    {
        using var identity = Identity(key);
        SmimeSigning.TrySign(message, identity, Issuer.Now, out var signed, out var refusal)
            .ShouldBeTrue(refusal?.Text);
        return signed!.Value.ToArray();
    }

    private static SmimeIdentity Identity(AsymmetricAlgorithm? key)
    {
        using var certificate = Issuer.One.For("anna@example.com", key: key);
        SmimeIdentity.TryLoad(
            Issuer.One.File(certificate), Issuer.Password, EmailAddress.Parse("anna@example.com"), Issuer.Now,
            out var identity, out _).ShouldBeTrue();
        return identity!;
    }

    /// <returns>The part that was signed.</returns>
    private string OpenSsl(byte[] message)
    {
        var mail = Path.Combine(folder, "mail");
        var root = Path.Combine(folder, "root");
        var part = Path.Combine(folder, "part");
        File.WriteAllBytes(mail, message);
        File.WriteAllText(root, Issuer.One.Root.ExportCertificatePem());
        using var openssl = Process.Start(new ProcessStartInfo(
            "openssl", ["cms", "-verify", "-in", mail, "-CAfile", root, "-purpose", "smimesign", "-out", part])
        {
            RedirectStandardError = true,
        })!;
        var said = openssl.StandardError.ReadToEnd();
        openssl.WaitForExit();
        return openssl.ExitCode == 0
            ? Encoding.UTF8.GetString(File.ReadAllBytes(part))
            : throw new InvalidOperationException(said);
    }
}
