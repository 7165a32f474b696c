using System.Text;
using Actors.Fuzzing.Seeds;
using Actors.Mail.Authentication.Dkim.Keys;

namespace Actors.Fuzzing.Targets;

/// <summary>Keys as DNS has them, and private keys as operators give them.</summary>
internal sealed class DkimKeyTarget : FuzzTarget
{
    public override string Name => "dkim-keys";

    public override IReadOnlyList<byte[]> Seeds { get; } = Pieces(
        KeySeeds.Record, "v=DKIM1; h=sha256; s=email; t=y:s; p=", "k=ed25519; p=AAAA; n=note",
        "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n");

    public override IReadOnlyList<byte[]> Tokens { get; } =
        Pieces("p=", "v=DKIM1", ";", "=", "k=rsa", " ", "\r\n ", "MIIB", "h=sha1:sha256", "t=s",
            "-----BEGIN RSA PRIVATE KEY-----");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
        [new("v=DKIM1; p=", "A"), new("", "a=b;"), new("", ";"), new("v=DKIM1; h=", "a:"), new("p=", " \t")];

    public override void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (KeyRecord.TryParse(text, out var record))
            Require(record.KeyType.Length > 0, "a key has a type");
        _ = Selector.TryParse(text, out _);
    }
}
