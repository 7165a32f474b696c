using System.Text;
using Actors.Mail.Messages.Parsing;

namespace Actors.Fuzzing.Targets;

internal sealed class EncodedWordTarget : FuzzTarget
{
    public override string Name => "encoded-words";

    public override IReadOnlyList<byte[]> Seeds { get; } = Pieces(
        "=?utf-8?Q?Gr=C3=BC=C3=9Fe?= and =?utf-8?B?R3LDvMOfZQ==?=", "=?iso-8859-1*de?Q?K=F6ln?=\t=?ISO-8859-1?q?_x?=",
        "=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=", "=?utf-7?Q?+AA0ACg-?= =?x-unknown?Q?a?= =?koi8-r?B?8NLJ18XU?=");

    public override IReadOnlyList<byte[]> Tokens { get; } =
        Pieces("=?", "?=", "?Q?", "?B?", "utf-8", "=0D=0A", "DQo=", " ", "\t", "iso-2022-jp", "gb18030", "utf-16", "=");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("", "=?"), new("", "=?utf-8?Q?a?="), new("", "=?utf-8?Q?a?= "), new("", "=?a?Q?a"), new("=?utf-8?Q?", "="),
        new("=?utf-8?B?", "A"), new("", "=?utf-8?B?w7w=?= =?iso-8859-1?Q?=FC?= "), new("", " "),
    ];

    public override void Run(byte[] input)
    {
        var decoded = EncodedWordDecoder.Decode(Encoding.UTF8.GetString(input));
        Require(!decoded.EnumerateRunes().Any(rune => Rune.IsControl(rune)), "decoded text has no control character");
    }
}
