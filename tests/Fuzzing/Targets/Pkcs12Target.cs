using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Smime;

namespace Actors.Fuzzing.Targets;

/// <summary>Files with keys and certificates, as customers hand them in.</summary>
internal sealed class Pkcs12Target : FuzzTarget
{
    private const string Password = "secret";
    private static readonly EmailAddress Sender = EmailAddress.Parse("a@example.org");

    public override string Name => "pkcs12";

    public override IReadOnlyList<byte[]> Seeds { get; } = [Make(iterations: 1), Make(iterations: 2_000)];

    public override IReadOnlyList<byte[]> Tokens { get; } =
    [
        [0x30, 0x80], [0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF], [0x02, 0x04, 0x7F, 0xFF, 0xFF, 0xFF], [0x04, 0x82], [0xA0],
    ];

    public override IReadOnlyList<GrowingInput> Growing { get; } =
        [new("", "0"), new("", "0\u0000"), new("", "\u0004\u0001a")];

    public override void Run(byte[] input)
    {
        var isIdentity = SmimeIdentity.TryLoad(
            input, Password, Sender, DateTimeOffset.UnixEpoch, out var identity, out var refusal);
        Require(isIdentity == (refusal is null), "a file is taken or refused");
        (identity as IDisposable)?.Dispose();
    }

    private static byte[] Make(int iterations)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=a@example.org", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));
        return certificate.ExportPkcs12(
            new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterations), Password);
    }
}
