using Actors.Grains.Ids;
using Actors.Storage.Secrets;

namespace Actors.Storage.Tests.Secrets;

public sealed class SecretBoxTests
{
    private const string Purpose = "smtp-account/shop/acc_a/password";

    private static readonly byte[] Secret = "hunter2"u8.ToArray();

    [Fact]
    public void what_is_sealed_opens_for_its_purpose_alone()
    {
        var box = Box("1 " + Key(1));
        var text = box.Seal(Purpose, Secret);
        text.ShouldNotContain("hunter2");
        box.Open(Purpose, text).ShouldBe(Secret);
        box.Open("smtp-account/shop/acc_b/password", text).ShouldBeNull();
    }

    [Fact]
    public void the_same_secret_is_sealed_differently_each_time()
    {
        var box = Box("1 " + Key(1));
        box.Seal(Purpose, Secret).ShouldNotBe(box.Seal(Purpose, Secret));
    }

    [Fact]
    public void a_new_key_seals_and_the_old_one_still_opens()
    {
        var old = Box("1 " + Key(1)).Seal(Purpose, Secret);
        var both = Box($"1 {Key(1)}\n# newer\n2 {Key(2)}\n");
        both.Open(Purpose, old).ShouldBe(Secret);
        both.Seal(Purpose, Secret).ShouldStartWith("2.");
        Box("2 " + Key(2)).Open(Purpose, old).ShouldBeNull();
        Box("1 " + Key(2)).Open(Purpose, old).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData("1.AAAA")]
    [InlineData("1.not base64")]
    [InlineData("999.AAAA")]
    public void what_was_never_sealed_opens_nothing(string text) =>
        Box("1 " + Key(1)).Open(Purpose, text).ShouldBeNull();

    [Fact]
    public void a_changed_octet_opens_nothing()
    {
        var box = Box("1 " + Key(1));
        var sealedBytes = Convert.FromBase64String(box.Seal(Purpose, Secret)[2..]);
        for (var i = 0; i < sealedBytes.Length; i++)
        {
            sealedBytes[i] ^= 1;
            box.Open(Purpose, "1." + Convert.ToBase64String(sealedBytes)).ShouldBeNull();
            sealedBytes[i] ^= 1;
        }
    }

    [Fact]
    public void an_empty_secret_is_one() => Box("1 " + Key(1)).Open(Purpose, Box("1 " + Key(1)).Seal(Purpose, []))
        .ShouldNotBeNull().ShouldBeEmpty();

    [Theory]
    [InlineData("", "no key")]
    [InlineData("# nothing", "no key")]
    [InlineData("1 AAAA", "32 octets")]
    [InlineData("0 KEY", "1 to 255")]
    [InlineData("256 KEY", "1 to 255")]
    [InlineData("1 KEY,1 KEY", "twice")]
    [InlineData("KEY", "32 octets")]
    public void keys_that_are_none_are_refused_without_being_told(string text, string problem)
    {
        SecretKeys.TryParse(text.Replace("KEY", Key(1), StringComparison.Ordinal), out _, out var told).ShouldBeFalse();
        told.ShouldContain(problem);
        told.ShouldNotContain(Key(1));
    }

    private static SecretBox Box(string keys)
    {
        SecretKeys.TryParse(keys, out var parsed, out var problem).ShouldBeTrue(problem);
        return new SecretBox(parsed!, new Chance());
    }

    private static string Key(byte of) => Convert.ToBase64String([.. Enumerable.Repeat(of, SecretKeys.KeyLength)]);

    private sealed class Chance : IIdSource
    {
        private byte next;

        public void Fill(Span<byte> chance) => chance.Fill(++next);
    }
}
