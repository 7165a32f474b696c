using Actors.Dns.Answers;
using Actors.Dns.Messages;

namespace Actors.Fuzzing.Targets;

/// <summary>Answers of name servers.</summary>
internal sealed class DnsTarget : FuzzTarget
{
    private static readonly DnsName Asked = DnsName.Parse("example.test");

    public override string Name => "dns";

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        Convert.FromHexString(
            "BEEF81800001000200000001076578616D706C650474657374" + "00000F0001"
            + "C00C000F00010000003C0008000A036D7831C00C"
            + "C00C000F00010000003C000600140162C014" + "00002910000000000000" + "00"),
        Convert.FromHexString(
            "BEEF81830001000000010000076578616D706C650474657374" + "0000010001" + "C01400060001000000780020026E73C014"
            + "0361646DC014000000010000000200000003000000040000003C"),
        Convert.FromHexString(
            "BEEF81800001000200000000076578616D706C650474657374" + "0000100001" + "C00C000500010000003C00040161C00C"
            + "C02A001000010000003C000A0461626364046566676831"),
    ];

    public override IReadOnlyList<byte[]> Tokens { get; } =
        [[0xC0, 0x0C], [0xC0, 0x00], [0xFF, 0xFF], [0, 5, 0, 1], [0, 16, 0, 1], [63], [0x40], [0, 52, 0, 1], [0, 0, 0,
            60]];

    public override void Run(byte[] input)
    {
        if (!DnsMessage.TryParse(input, out var message))
            return;
        Require(message.Answers.Count + message.Authorities.Count <= DnsMessage.RecordsMax, "records are limited");
        foreach (var type in Enum.GetValues<RecordType>())
            _ = AnswerReader.Read(message, Asked, type, hops: 0);
    }
}
