using System.Text;
using Actors.Mail.Addresses;
using Actors.Mail.Authentication.Dmarc;
using Actors.Mail.Authentication.Dmarc.Records;

namespace Actors.Fuzzing.Targets;

internal sealed class DmarcTarget : FuzzTarget
{
    private static readonly DomainName Author = DomainName.Parse("a.b.c.d.e.f.g.h.i.example.org");

    public override string Name => "dmarc";

    public override IReadOnlyList<byte[]> Seeds { get; } = Pieces(
        "v=DMARC1; p=reject; sp=quarantine; np=none; adkim=s; aspf=r; psd=n; t=y; rua=mailto:a@example.org!10m; fo=1:d",
        "v=DMARC1;p=none");

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "v=DMARC1", ";", "p=", "psd=y", "psd=u", "rua=mailto:", ",", "!", "=", " ", "np=reject", "pct=100", "t=n");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
        [new("v=DMARC1; p=none; rua=", "mailto:a@b.example,"), new("v=DMARC1", "; a=b"), new("v=DMARC1;", " "),
            new("", ";")];

    public override void Run(byte[] input)
    {
        var text = Encoding.Latin1.GetString(input);
        _ = DmarcRecord.TryParse(text, out _);
        var dns = new TextLookup(_ => text);
        _ = DmarcDiscovery.Find(Author, dns, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        Require(dns.Questions <= DmarcLimits.QueriesMax + 1, $"{dns.Questions} questions");
    }
}
