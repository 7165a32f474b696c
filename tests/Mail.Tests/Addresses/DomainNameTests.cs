using Actors.Mail.Addresses;

namespace Actors.Mail.Tests.Addresses;

public sealed class DomainNameTests
{
    [Theory]
    [InlineData("example.com", "example.com", "example.com")]
    [InlineData("EXAMPLE.Com.", "example.com", "example.com")]
    [InlineData("bücher.example", "xn--bcher-kva.example", "bücher.example")]
    [InlineData("XN--BCHER-KVA.example", "xn--bcher-kva.example", "bücher.example")]
    [InlineData("Bu\u0308cher.example", "xn--bcher-kva.example", "bücher.example")]
    [InlineData("faß.example", "xn--fa-hia.example", "faß.example")]
    [InlineData("ＢÜＣＨＥＲ．example", "xn--bcher-kva.example", "bücher.example")]
    [InlineData("\u05D0\u05D1.example", "xn--4dbc.example", "\u05D0\u05D1.example")]
    [InlineData("例え。テスト", "xn--r8jz45g.xn--zckzah", "例え.テスト")]
    [InlineData("localhost", "localhost", "localhost")]
    [InlineData("1.example.3com", "1.example.3com", "1.example.3com")]
    [InlineData("xn--zzzzzzzzz99999999.example", "xn--zzzzzzzzz99999999.example", "xn--zzzzzzzzz99999999.example")]
    public void a_domain_has_a_wire_form_and_a_form_for_people(string text, string ascii, string unicode)
    {
        var domain = DomainName.Parse(text);
        (domain.Ascii, domain.Unicode).ShouldBe((ascii, unicode));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".example.com")]
    [InlineData("example..com")]
    [InlineData("example.com..")]
    [InlineData("-a.example")]
    [InlineData("a-.example")]
    [InlineData("a_b.example")]
    [InlineData("a b.example")]
    [InlineData("a@b.example")]
    [InlineData("ａ＠ｂ.example")]
    [InlineData("[192.0.2.1]")]
    [InlineData("[IPv6:2001:db8::1]")]
    [InlineData("192.0.2.1")]
    [InlineData("example.1")]
    [InlineData("example.com\r\n")]
    [InlineData("exam\0ple.com")]
    [InlineData("b\u00fccher\r\n.example")]
    [InlineData("a\ufffdb.example")]
    [InlineData("a\u200Eb.example")]
    [InlineData("\u0308a.example")]
    public void what_is_no_host_name_is_refused(string text) => DomainName.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void null_is_refused() => DomainName.TryParse(null, out _).ShouldBeFalse();

    [Fact]
    public void a_label_has_at_most_63_octets()
    {
        DomainName.TryParse(new string('a', AddressLimits.LabelOctetsMax) + ".example", out _).ShouldBeTrue();
        DomainName.TryParse(new string('a', AddressLimits.LabelOctetsMax + 1) + ".example", out _).ShouldBeFalse();
        DomainName.TryParse(new string('ü', 63) + ".example", out _).ShouldBeFalse();
    }

    [Fact]
    public void a_name_has_at_most_253_octets()
    {
        var labels = string.Concat(Enumerable.Repeat("a.", 125));
        DomainName.TryParse(labels + "com", out var longest).ShouldBeTrue();
        longest.Ascii.Length.ShouldBe(AddressLimits.DomainOctetsMax);
        DomainName.TryParse(labels + "comm", out _).ShouldBeFalse();
        DomainName.TryParse(new string('a', 1_000_000), out _).ShouldBeFalse();
    }

    [Fact]
    public void spellings_of_one_name_are_equal()
    {
        var (one, other) = (DomainName.Parse("BÜCHER.example"), DomainName.Parse("xn--bcher-kva.EXAMPLE"));
        one.ShouldBe(other);
        one.GetHashCode().ShouldBe(other.GetHashCode());
    }
}
