using Actors.Mail.Macs;
using Actors.Mail.Unsubscribing;

namespace Actors.Mail.Tests.Unsubscribing;

public sealed class UnsubscribeTokenTests
{
    private static readonly MacKeys Keys = MacKeys.Of(new MacKey(7, Enumerable.Repeat((byte)5, 32).ToArray()));

    private static readonly UnsubscribeSubject Subject = new(
        "shop", UInt128.MaxValue - 17, 4_711, "0123456789abcdef0123", "Nové zprávy");

    [Fact]
    public void what_was_made_is_read_back()
    {
        foreach (var subject in new[] { Subject, Subject with { List = null }, Subject with { Tenant = "s" } })
        {
            UnsubscribeToken.TryRead(Keys, UnsubscribeToken.Make(Keys, subject), out var read).ShouldBeTrue();
            read.ShouldBe(subject);
        }
    }

    [Fact]
    public void the_longest_fits_into_an_address_of_a_header()
    {
        var longest = UnsubscribeToken.Make(Keys, Subject with { Tenant = new('t', 64), List = new('é', 127) });
        longest.Length.ShouldBeLessThanOrEqualTo(UnsubscribeToken.LengthMax);
        UnsubscribeToken.LengthMax.ShouldBeLessThan(500);
        UnsubscribeToken.TryRead(Keys, longest, out _).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => UnsubscribeToken.Make(Keys, Subject with { List = new('é', 128) }));
    }

    [Fact]
    public void no_character_can_be_changed_added_or_left_out()
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var token = UnsubscribeToken.Make(Keys, Subject);
        for (var at = 0; at < token.Length; at++)
        {
            foreach (var other in Alphabet.Where(letter => letter != token[at]))
                UnsubscribeToken.TryRead(Keys, $"{token[..at]}{other}{token[(at + 1)..]}", out _).ShouldBeFalse();
            UnsubscribeToken.TryRead(Keys, token.Remove(at, 1), out _).ShouldBeFalse();
        }

        UnsubscribeToken.TryRead(Keys, token + "A", out _).ShouldBeFalse();
        UnsubscribeToken.TryRead(Keys, token + "=", out _).ShouldBeFalse();
        UnsubscribeToken.TryRead(Keys, " " + token, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("AQ")]
    [InlineData("%00")]
    [InlineData("../../u")]
    public void nonsense_is_none(string text) => UnsubscribeToken.TryRead(Keys, text, out _).ShouldBeFalse();

    [Fact]
    public void a_token_of_any_length_is_read_or_not_and_never_a_fault()
    {
        for (var length = 0; length <= UnsubscribeToken.LengthMax + 4; length++)
            UnsubscribeToken.TryRead(Keys, new string('A', length), out _).ShouldBeFalse();
    }

    [Fact]
    public void another_key_has_not_made_it_and_a_former_one_has()
    {
        var token = UnsubscribeToken.Make(Keys, Subject);
        UnsubscribeToken.TryRead(MacKeys.Of(new MacKey(7, new byte[32])), token, out _).ShouldBeFalse();
        MacKeys.TryParse($"{Keys.Export()}8 {Convert.ToBase64String(new byte[32])}", out var later, out _)
            .ShouldBeTrue();
        UnsubscribeToken.TryRead(later, token, out _).ShouldBeTrue();
        UnsubscribeToken.Make(later, Subject).ShouldNotBe(token);
    }
}
