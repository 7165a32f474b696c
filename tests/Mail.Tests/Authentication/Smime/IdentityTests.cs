using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Smime;
using Actors.Testing;

namespace Actors.Mail.Tests.Authentication.Smime;

public sealed class IdentityTests
{
    private const string Address = "anna@example.com";

    private static readonly Issuer Issuer = Issuer.One;

    [Fact]
    public void a_certificate_with_its_key_and_chain_is_taken()
    {
        using var certificate = Issuer.For(Address);
        using var identity = Taken(Issuer.File(certificate), "Anna@Example.COM");
        identity.Sender.ToString().ShouldBe("Anna@example.com");
        identity.ValidUntil.UtcDateTime.ShouldBe(certificate.NotAfter.ToUniversalTime());
    }

    [Fact]
    public void an_address_in_the_subject_counts_where_there_is_no_other()
    {
        using var old = Make("E=anna@example.com, CN=Anna");
        Taken(Issuer.File(old), Address).Dispose();
        using var both = Issuer.For("other@example.com", "E=anna@example.com, CN=Anna");
        Refusal(Issuer.File(both), Address).ShouldBe(SmimeRefusal.NotTheSender);
    }

    [Fact]
    public void an_address_outside_ascii_is_found()
    {
        using var certificate = Make("CN=Anna", OtherName("jürgen@example.com"));
        Taken(Issuer.File(certificate), "jürgen@example.com").Dispose();
    }

    [Fact]
    public void what_cannot_sign_for_the_sender_is_refused_with_its_reason()
    {
        Refused(Issuer.For("eve@example.com")).ShouldBe(SmimeRefusal.NotTheSender);
        Refused(Issuer.For(Address, ends: TimeSpan.FromMinutes(-1))).ShouldBe(SmimeRefusal.Expired);
        Refused(Issuer.For(Address, begins: TimeSpan.FromMinutes(1))).ShouldBe(SmimeRefusal.NotYetValid);
        Refused(Issuer.For(Address, key: RSA.Create(1024))).ShouldBe(SmimeRefusal.KeyNotSupported);
        Refused(Issuer.For(Address, extensions: new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, true)))
            .ShouldBe(SmimeRefusal.NotForSigning);
        Refused(Issuer.For(Address, extensions: new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], true)))
            .ShouldBe(SmimeRefusal.NotForSigning);
        Refused(X509CertificateLoader.LoadCertificate(Issuer.For(Address).RawData)).ShouldBe(SmimeRefusal.NoKey);
        Refusal(Issuer.File(Issuer.For(Address), Issuer.For(Address)), Address).ShouldBe(SmimeRefusal.SeveralKeys);
    }

    [Fact]
    public void the_usual_key_usages_are_taken()
    {
        using var certificate = Issuer.For(
            Address, key: ECDsa.Create(ECCurve.NamedCurves.nistP256), extensions:
            [
                new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true),
                new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.4")], false),
            ]);
        Taken(Issuer.File(certificate), Address).Dispose();
    }

    [Fact]
    public void a_wrong_password_is_told_from_a_broken_file()
    {
        using var certificate = Issuer.For(Address);
        foreach (var file in new[] { Issuer.File(certificate), Issuer.File(2000, isSealed: false, certificate) })
            foreach (var password in new[] { "", "Secret", new string('x', SmimeLimits.PasswordMax + 1) })
                Refusal(file, Address, password).ShouldBe(SmimeRefusal.WrongPassword);
        Refusal([], Address).ShouldBe(SmimeRefusal.Malformed);
        Refusal([0x30, 0x80, 0, 0], Address).ShouldBe(SmimeRefusal.Malformed);
        Refusal(Issuer.File(certificate)[..^1], Address).ShouldBe(SmimeRefusal.Malformed);
    }

    /// <summary>Whatever the wrong key makes of a file without MAC: of so many, some look decrypted.</summary>
    [Fact]
    public void a_wrong_password_is_told_though_nothing_proves_it()
    {
        using var certificate = Issuer.For(Address, key: ECDsa.Create(ECCurve.NamedCurves.nistP256));
        for (var i = 0; i < 1_500; i++)
            Refusal(Issuer.File(1, isSealed: false, certificate), Address, "Secret")
                .ShouldBe(SmimeRefusal.WrongPassword, $"file {i}");
    }

    [Fact]
    public void files_that_would_cost_much_are_refused_at_once()
    {
        using var certificate = Issuer.For(Address);
        var file = Issuer.File(certificate);
        var cases = new (byte[] File, SmimeRefusal Expected)[]
        {
            (WithMacRounds(file, int.MaxValue), SmimeRefusal.TooExpensive),
            (WithMacRounds(file, SmimeLimits.MacIterationsMax + 1), SmimeRefusal.TooExpensive),
            (WithKdfRounds(certificate, 8_388_607), SmimeRefusal.TooExpensive),
            (Issuer.File([.. Enumerable.Repeat(Bare(certificate), SmimeLimits.CertificatesMax)]),
                SmimeRefusal.TooExpensive),
            (Issuer.File([.. Enumerable.Repeat(certificate, SmimeLimits.KeysMax + 1)]), SmimeRefusal.TooExpensive),
            (new byte[SmimeLimits.FileOctetsMax + 1], SmimeRefusal.TooLarge),
        };
        ProcessorTime.Of(() =>
        {
            foreach (var (bytes, expected) in cases)
                Refusal(bytes, Address).ShouldBe(expected);
        }).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void no_octets_make_it_fall_or_stall()
    {
        const int Seed = 20260309;
        var random = new Random(Seed);
        using var certificate = Issuer.For(Address);
        var original = Issuer.File(1, isSealed: true, certificate);
        for (var round = 0; round < 500; round++)
        {
            var file = original.ToArray();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                file[random.Next(file.Length)] = (byte)random.Next(256);
            SmimeIdentity.TryLoad(
                file, Issuer.Password, EmailAddress.Parse(Address), Issuer.Now, out var identity, out var refusal);
            (identity is null).ShouldBe(refusal is not null, $"seed {Seed}, round {round}");
            identity?.Dispose();
        }
    }

    private static X509Certificate2 Bare(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadCertificate(certificate.RawData);

    private static SmimeRefusal? Refused(X509Certificate2 certificate)
    {
        using (certificate)
            return Refusal(Issuer.File(certificate), Address);
    }

    private static SmimeIdentity Taken(byte[] file, string sender)
    {
        SmimeIdentity.TryLoad(
            file, Issuer.Password, EmailAddress.Parse(sender), Issuer.Now, out var identity, out var refusal)
            .ShouldBeTrue(refusal?.Text);
        return identity!;
    }

    private static SmimeRefusal? Refusal(byte[] file, string sender, string password = Issuer.Password)
    {
        SmimeIdentity.TryLoad(file, password, EmailAddress.Parse(sender), Issuer.Now, out _, out var refusal)
            .ShouldBeFalse();
        return refusal;
    }

    private static X509Certificate2 Make(string subject, params X509Extension[] extensions)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (var extension in extensions)
            request.CertificateExtensions.Add(extension);
        return request.CreateSelfSigned(Issuer.Now.AddDays(-1), Issuer.Now.AddDays(1));
    }

    private static X509Extension OtherName(string address)
    {
        var (writer, other) = (new AsnWriter(AsnEncodingRules.DER), new Asn1Tag(TagClass.ContextSpecific, 0));
        using (writer.PushSequence())
        using (writer.PushSequence(other))
        {
            writer.WriteObjectIdentifier("1.3.6.1.5.5.7.8.9");
            using (writer.PushSequence(other))
                writer.WriteCharacterString(UniversalTagNumber.UTF8String, address);
        }

        return new X509Extension("2.5.29.17", writer.Encode(), critical: false);
    }

    /// <summary>The file with another number of rounds for its MAC, which is wrong then.</summary>
    private static byte[] WithMacRounds(byte[] file, int rounds)
    {
        var pfx = new AsnReader(file, AsnEncodingRules.BER).ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(pfx.ReadEncodedValue().Span);
            writer.WriteEncodedValue(pfx.ReadEncodedValue().Span);
            var mac = pfx.ReadSequence();
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(mac.ReadEncodedValue().Span);
                writer.WriteEncodedValue(mac.ReadEncodedValue().Span);
                writer.WriteInteger(rounds);
            }
        }

        return writer.Encode();
    }

    /// <summary>A file without MAC whose encryption claims other rounds than it was made with.</summary>
    private static byte[] WithKdfRounds(X509Certificate2 certificate, int rounds)
    {
        byte[] made = [2, 3, 1, 0x86, 0xA1]; // 100,001 as an INTEGER
        byte[] claimed = [2, 3, (byte)(rounds >> 16), (byte)(rounds >> 8), (byte)rounds];
        var file = Issuer.File(100_001, isSealed: false, certificate);
        for (var at = file.AsSpan().IndexOf(made); at >= 0; at = file.AsSpan().IndexOf(made))
            claimed.CopyTo(file, at);
        return file;
    }
}
