using System.Text;
using Actors.Fuzzing.Seeds;
using Actors.Mail.Replies;

namespace Actors.Fuzzing.Targets;

/// <summary>What a bounce means: rules over texts that anybody may have written.</summary>
internal sealed class BounceTarget : FuzzTarget
{
    public override string Name => "bounces";

    public override IReadOnlyList<byte[]> Seeds => ReplySeeds.All;

    public override IReadOnlyList<byte[]> Tokens { get; } = Pieces(
        "550 5.7.1 ", "blocked", "spam", "mailbox", "full", "user", "unknown", "policy", "relay", "denied", " ", "\n",
        "https://example.org/", "192.0.2.1", "over quota", "try again", "rate", "listed", "greylisted", "\u00ff");

    public override IReadOnlyList<GrowingInput> Growing { get; } =
    [
        new("550 ", "a "), new("550 5.1.1 ", "user "), new("550 ", "mailbox unknown "), new("550 ", "5.7.1 "),
        new("550 ", "a"), new("550-", "spam\n550-"), new("550 ", "not "), new("550 ", "https://a.example/"),
    ];

    public override void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var bounce = BounceClassifier.Classify(text);
        Require(Enum.IsDefined(bounce.Category), "a bounce has one category");
        Require(bounce == BounceClassifier.Classify(text), "and always the same");
        Require(bounce.Rule.Length > 0, "and a rule that says why");
    }
}
