using System.Text;
using Actors.Api.Links;
using Actors.Fuzzing.Seeds;
using Actors.Mail.Unsubscribing;

namespace Actors.Fuzzing.Targets;

/// <summary>Last segments of links: to unsubscribe, and to confirm. Nothing counts that was not made here.</summary>
internal sealed class TokenTarget : FuzzTarget
{
    private static readonly HashSet<string> Made = [.. TokenSeeds.Unsubscribing, .. TokenSeeds.Confirming];

    private static readonly HashSet<string> Hashes =
        [.. TokenSeeds.Confirming.Select(token => LinkToken.HashOf(token)!)];

    public override string Name => "tokens";

    public override IReadOnlyList<byte[]> Seeds { get; } = Pieces([.. Made]);

    public override IReadOnlyList<byte[]> Tokens { get; } =
        Pieces("A", "=", "-", "_", "%2d", " ", "\0", "AQ", "shop", "é", "\uFF21", "a234567", "/", ".");

    public override IReadOnlyList<GrowingInput> Growing { get; } = [new("", "A"), new("AQcE", "a2"), new("", "=")];

    public override void Run(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (UnsubscribeToken.TryRead(TokenSeeds.Keys, text, out var subject))
        {
            Require(Made.Contains(text), "what leaves was made here");
            Require(UnsubscribeToken.Make(TokenSeeds.Keys, subject) == text, "and has one text");
        }

        if (LinkToken.HashOf(text) is { } hash)
            Require(!Hashes.Contains(hash) || Made.Contains(text), "what confirms was made here");
    }
}
