using System.Buffers.Text;
using Actors.Api.Links;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.SignUps;
using Actors.Mail.Macs;
using Actors.Mail.Unsubscribing;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Fuzzing.Tests;

/// <summary>Links that say who leaves and who confirms: no octet can be changed, and no tenant's stands for
/// another's.</summary>
public sealed class TokenTests
{
    private static readonly MacKeys Keys =
        MacKeys.Of(new MacKey(1, Enumerable.Repeat((byte)9, MacKey.SecretLength).ToArray()));

    private static readonly Gen<UnsubscribeSubject> Subjects =
        from tenant in Text("abcdefghijklmnopqrstuvwxyz0123456789-", 1, 40)
        from submission in Gen.Choose(0, int.MaxValue)
        from recipient in Gen.Choose(0, ushort.MaxValue)
        from contact in Text("0123456789abcdef", 20, 20)
        from list in Gen.OneOf(Gen.Constant<string?>(null), Text("abc éž中", 1, 60).Select(text => (string?)text))
        select new UnsubscribeSubject(tenant, (UInt128)submission << 64, recipient, contact, list);

    [Fact]
    public void no_octet_of_a_link_to_unsubscribe_can_be_changed() => Prop.ForAll(
        Subjects.ToArbitrary(), Gen.Choose(1, 255).ToArbitrary(), (subject, change) =>
        {
            var made = Base64Url.DecodeFromChars(UnsubscribeToken.Make(Keys, subject));
            for (var at = 0; at < made.Length; at++)
            {
                made[at] ^= (byte)change;
                Reads(made).ShouldBeFalse($"octet {at} of {subject}");
                made[at] ^= (byte)change;
            }

            Reads(made).ShouldBeTrue();
            Reads([.. made, (byte)change]).ShouldBeFalse();
            Reads(made[..^1]).ShouldBeFalse();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void no_two_links_to_unsubscribe_make_a_third() => Prop.ForAll(
        Subjects.ToArbitrary(), Subjects.ToArbitrary(), (one, other) =>
        {
            var (first, second) = (Octets(one), Octets(other));
            for (var at = 0; at <= Math.Min(first.Length, second.Length); at++)
            {
                byte[] mixed = [.. first[..at], .. second[at..]];
                var isOneOfBoth = mixed.AsSpan().SequenceEqual(first) || mixed.AsSpan().SequenceEqual(second);
                Reads(mixed).ShouldBe(isOneOfBoth, $"{at} octets of {one}, the rest of {other}");
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_tenants_link_to_unsubscribe_is_read_as_that_tenants() => Prop.ForAll(
        Subjects.ToArbitrary(), Subjects.ToArbitrary(), (one, other) =>
        {
            var twin = one with { Tenant = other.Tenant };
            UnsubscribeToken.TryRead(Keys, UnsubscribeToken.Make(Keys, one), out var read).ShouldBeTrue();
            read.ShouldBe(one);
            (UnsubscribeToken.Make(Keys, twin) == UnsubscribeToken.Make(Keys, one)).ShouldBe(twin == one);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void no_octet_of_a_link_to_confirm_can_be_changed()
    {
        var token = Secret.Generate("", new SeededChance(1));
        var asked = new SignUpState { Link = LinkToken.HashOf(token), LinkExpiresAt = DateTimeOffset.MaxValue };
        SignUpRules.Standing(asked, LinkToken.HashOf(token)!, default).ShouldBe(LinkStanding.Open);
        for (var at = 0; at < token.Length; at++)
            for (var letter = '\0'; letter < 256; letter++)
                if (letter != token[at]
                    && LinkToken.HashOf($"{token[..at]}{letter}{token[(at + 1)..]}") is { } changed)
                    SignUpRules.Standing(asked, changed, default).ShouldBe(LinkStanding.Unknown);
        foreach (var other in new[] { token + "a", token[1..], token.ToUpperInvariant(), " " + token[1..], "" })
            LinkToken.HashOf(other).ShouldBeNull();
    }

    [Fact]
    public void a_tenants_link_to_confirm_is_nothing_to_another_that_asked_the_same_address()
    {
        var (one, other) = (Secret.Generate("", new SeededChance(1)), Secret.Generate("", new SeededChance(2)));
        var asked = new SignUpState { Link = LinkToken.HashOf(other), LinkExpiresAt = DateTimeOffset.MaxValue };
        SignUpRules.Standing(asked, LinkToken.HashOf(one)!, default).ShouldBe(LinkStanding.Unknown);
    }

    private static byte[] Octets(UnsubscribeSubject subject) =>
        Base64Url.DecodeFromChars(UnsubscribeToken.Make(Keys, subject));

    private static bool Reads(byte[] octets) =>
        UnsubscribeToken.TryRead(Keys, Base64Url.EncodeToString(octets), out _);

    private static Gen<string> Text(string letters, int min, int max) =>
        from length in Gen.Choose(min, max)
        from text in Gen.ArrayOf(Gen.Elements(letters.ToCharArray()), length)
        select new string(text);

    private sealed class SeededChance(int seed) : IIdSource
    {
        private readonly Random random = new(seed);

        public void Fill(Span<byte> chance) => random.NextBytes(chance);
    }
}
