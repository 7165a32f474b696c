using Actors.Mail.Addresses;

namespace Actors.Mail.Tests.Addresses;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("a@example.com")]
    [InlineData("first.last+tag@example.com")]
    [InlineData("!#$%&'*+-/=?^_`{|}~@example.com")]
    [InlineData("\"\"@example.com")]
    [InlineData("\"a b\"@example.com")]
    [InlineData("\"a@b\"@example.com")]
    [InlineData("\"a\\\"b\\\\\"@example.com")]
    [InlineData("\"<>[]:;,\"@example.com")]
    [InlineData("user%other@example.com")]
    [InlineData("用户@example.com")]
    [InlineData("\"用 户\"@example.com")]
    [InlineData("😀@example.com")]
    public void a_mailbox_prints_as_it_was_given(string text) => EmailAddress.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("a")]
    [InlineData("a@")]
    [InlineData("@example.com")]
    [InlineData(".a@example.com")]
    [InlineData("a.@example.com")]
    [InlineData("a..b@example.com")]
    [InlineData("a b@example.com")]
    [InlineData("a@b@example.com")]
    [InlineData("a@example.com.")]
    [InlineData("a@[192.0.2.1]")]
    [InlineData("a@192.0.2.1")]
    [InlineData("@route.example:a@example.com")]
    [InlineData("\"a@example.com")]
    [InlineData("a\"@example.com")]
    [InlineData("\"a\"b@example.com")]
    [InlineData("\"a\"b\"@example.com")]
    [InlineData("\"a\\\"@example.com")]
    [InlineData("\"@example.com")]
    [InlineData("<a@example.com>")]
    [InlineData("a,b@example.com")]
    [InlineData(" a@example.com")]
    [InlineData("a@example.com ")]
    [InlineData("a\ufffdb@example.com")]
    [InlineData("a\u00a0b@example.com")]
    public void what_the_grammar_does_not_allow_is_refused(string text) =>
        EmailAddress.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void half_a_surrogate_pair_is_refused()
    {
        EmailAddress.TryParse("\ud83d@example.com", out _).ShouldBeFalse();
        EmailAddress.TryParse("\ude00\ud83d@example.com", out _).ShouldBeFalse();
        EmailAddress.TryParse("a@\ud83d.example", out _).ShouldBeFalse();
    }

    [Fact]
    public void no_control_character_fits_anywhere()
    {
        const string Address = "\"ab\"@example.com";
        var controls = Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl).Concat("\u2028\u2029");
        foreach (var control in controls)
        {
            for (var at = 0; at <= Address.Length; at++)
            {
                var text = Address.Insert(at, control.ToString());
                EmailAddress.TryParse(text, out _).ShouldBeFalse($"{(int)control:X} at {at}");
            }

            EmailAddress.TryParse($"\"\\{control}\"@example.com", out _).ShouldBeFalse($"escaped {(int)control:X}");
        }
    }

    [Fact]
    public void a_local_part_has_at_most_64_octets()
    {
        EmailAddress.TryParse(new string('a', 64) + "@b.example", out _).ShouldBeTrue();
        EmailAddress.TryParse(new string('a', 65) + "@b.example", out _).ShouldBeFalse();
        EmailAddress.TryParse(new string('é', 32) + "@b.example", out _).ShouldBeTrue();
        EmailAddress.TryParse(new string('é', 33) + "@b.example", out _).ShouldBeFalse();
    }

    [Fact]
    public void an_address_has_at_most_254_octets()
    {
        var domain = string.Concat(Enumerable.Repeat("a.", 122)) + "example";
        var room = AddressLimits.AddressOctetsMax - domain.Length - 1;
        EmailAddress.TryParse($"{new string('x', room)}@{domain}", out _).ShouldBeTrue();
        EmailAddress.TryParse($"{new string('x', room + 1)}@{domain}", out _).ShouldBeFalse();
        EmailAddress.TryParse(new string('@', 1_000_000), out _).ShouldBeFalse();
    }

    [Fact]
    public void only_a_local_part_outside_ascii_needs_smtputf8()
    {
        EmailAddress.Parse("a@bücher.example").RequiresSmtpUtf8.ShouldBeFalse();
        EmailAddress.Parse("a@bücher.example").ToString().ShouldBe("a@xn--bcher-kva.example");
        EmailAddress.Parse("ä@example.com").RequiresSmtpUtf8.ShouldBeTrue();
    }

    [Theory]
    [InlineData("John.Doe@Example.COM", "john.doe@example.com")]
    [InlineData("\"john\"@example.com", "john@example.com")]
    [InlineData("\"jo\\hn\"@example.com", "john@example.com")]
    [InlineData("\"John Doe\"@example.com", "\"john doe\"@example.com")]
    [InlineData("\"a\\\"b\"@example.com", "\"a\\\"b\"@example.com")]
    [InlineData("A\u0308@bücher.example", "ä@xn--bcher-kva.example")]
    public void one_mailbox_has_one_key(string text, string key) => EmailAddress.Parse(text).Key.ShouldBe(key);

    [Fact]
    public void equality_respects_the_case_of_the_local_part_only()
    {
        EmailAddress.Parse("a@EXAMPLE.com").ShouldBe(EmailAddress.Parse("a@example.com"));
        EmailAddress.Parse("A@example.com").ShouldNotBe(EmailAddress.Parse("a@example.com"));
    }

    [Fact]
    public void the_message_of_a_refusal_does_not_repeat_the_text() =>
        Should.Throw<FormatException>(() => EmailAddress.Parse("evil\r\n")).Message.ShouldNotContain("evil");
}
