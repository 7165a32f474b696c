using System.Buffers;
using Actors.Fuzzing.Seeds;
using Actors.Mail.Replies;

namespace Actors.Fuzzing.Targets;

internal sealed class ReplyTarget : FuzzTarget
{
    public override string Name => "replies";

    public override IReadOnlyList<byte[]> Seeds => ReplySeeds.All;

    public override IReadOnlyList<byte[]> Tokens { get; } =
        Pieces("\r\n", "\n", "250-", "550 ", "5.1.1 ", "421", "-", " ", "\0", "\t", "999 ", "2.0.0");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("250 ", "a"), new("", "250-a\r\n", "250 a"), new("", "550-5.1.1 a\r\n", "550 5.1.1 a"), new("", "\r\n"),
        new("550 ", "5."), new("550 5.1.1 ", "\u00ff"), new("550 ", " "),
    ];

    public override void Run(byte[] input)
    {
        if (ReplyParser.TryParse(input, out var reply))
        {
            Require(reply.Code is >= 200 and <= 599, "a code is one");
            Require(reply.Text.Length <= ReplyLimits.TextOctetsMax, "a text is limited");
            Require(!reply.Text.AsSpan().ContainsAny('\r', '\0', '\u001B'), "a text holds no control character");
            var written = new ArrayBufferWriter<byte>();
            reply.WriteTo(written);
            Require(ReplyParser.TryParse(written.WrittenSpan, out var again), "a reply is read again");
            Require(again!.Code == reply.Code, "with its code");
        }
    }
}
