using System.Collections.Immutable;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Mail.Macs;
using Actors.Mail.Unsubscribing;

namespace Actors.Fuzzing.Seeds;

/// <summary>Links of two tenants to the same reader.</summary>
internal static class TokenSeeds
{
    public static MacKeys Keys { get; } =
        MacKeys.Of(new MacKey(7, Enumerable.Range(1, MacKey.SecretLength).Select(i => (byte)i).ToArray()));

    public static ImmutableArray<string> Unsubscribing { get; } =
    [
        .. from tenant in new[] { "shop", "shops", "a" }
           from list in new[] { null, "news", "Nové zprávy", "s" }
           select UnsubscribeToken.Make(
               Keys, new UnsubscribeSubject(tenant, 4_711, 3, "0123456789abcdef0123", list)),
    ];

    public static ImmutableArray<string> Confirming { get; } =
        [.. Enumerable.Range(0, 4).Select(seed => Secret.Generate("", new SeededChance(seed)))];

    private sealed class SeededChance(int seed) : IIdSource
    {
        private readonly Random random = new(seed);

        public void Fill(Span<byte> chance) => random.NextBytes(chance);
    }
}
