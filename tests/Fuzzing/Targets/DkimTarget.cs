using Actors.Fuzzing.Seeds;
using Actors.Mail.Authentication.Dkim;
using Actors.Mail.Authentication.Dkim.Verifying;

namespace Actors.Fuzzing.Targets;

/// <summary>Signatures in mail, checked against a key that is published.</summary>
internal sealed class DkimTarget : FuzzTarget
{
    private static readonly TextLookup Dns = new(_ => KeySeeds.Record);

    public override string Name => "dkim";

    public override IReadOnlyList<byte[]> Seeds { get; } = [MailSeeds.Wire(MailSeeds.Signed),
        MailSeeds.Wire(MailSeeds.Plain)];

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=s; h=From; bh=; b=\r\n", "; l=0", "; h=From:From", "; x=1",
        "; c=simple", "; a=rsa-sha1", "; i=@b.example", "=", ";", ":", "\r\n ", "\r\n", "; t=99999999999999999999");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("", "DKIM-Signature: v=1\r\n", "\r\n"), new("DKIM-Signature: ", "v=1; "), new("DKIM-Signature: h=",
        "From:"),
        new("DKIM-Signature: v=1; a=rsa-sha256; d=a.example; s=s; bh=AAAA; b=AAAA; h=From\r\nFrom: a\r\n\r\n", " \r\n"),
        new("DKIM-Signature: v=1; a=rsa-sha256; d=a.example; s=s; bh=AAAA; b=", "\r\n A"), new("", "From: a\r\n"),
    ];

    public override void Run(byte[] input)
    {
        var results = DkimVerification.Verify(input, Dns, DateTimeOffset.UnixEpoch, CancellationToken.None)
            .AsTask().GetAwaiter().GetResult();
        Require(results.Length <= DkimLimits.SignaturesMax, "signatures are limited");
        Require(results.All(result => result.Status != DkimStatus.Pass), "nothing here is signed");
    }
}
