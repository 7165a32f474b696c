using System.Net;
using Actors.Dns.Messages;

namespace Actors.Dns.Tests.Messages;

public sealed class DnsNameTests
{
    [Theory]
    [InlineData("example.org", "example.org")]
    [InlineData("EXAMPLE.Org.", "example.org")]
    [InlineData("_dmarc.example.org", "_dmarc.example.org")]
    [InlineData("xn--bcher-kva.example", "xn--bcher-kva.example")]
    [InlineData(".", ".")]
    public void names_are_read_without_regard_to_case_and_final_dot(string text, string printed) =>
        DnsName.Parse(text).Text.ShouldBe(printed);

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData(".example")]
    [InlineData("a..b")]
    [InlineData("exam ple.org")]
    [InlineData("bücher.example")]
    [InlineData("a\\.b")]
    [InlineData("a\r\n.b")]
    public void what_cannot_be_a_name_is_refused(string text) => DnsName.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void a_label_has_63_octets_and_not_one_more()
    {
        DnsName.TryParse(new string('a', 63) + ".org", out _).ShouldBeTrue();
        DnsName.TryParse(new string('a', 64) + ".org", out _).ShouldBeFalse();
    }

    [Fact]
    public void a_name_has_255_octets_on_the_wire_and_not_one_more()
    {
        var label = new string('a', 63) + ".";
        DnsName.TryParse(label + label + label + new string('b', 61), out var longest).ShouldBeTrue();
        longest.Wire.Length.ShouldBe(255);
        DnsName.TryParse(label + label + label + new string('b', 62), out _).ShouldBeFalse();
    }

    [Fact]
    public void equality_ignores_case() => DnsName.Parse("MX1.Example").ShouldBe(DnsName.Parse("mx1.example"));

    [Theory]
    [InlineData("mx.example.org", "example.org", true)]
    [InlineData("example.org", "example.org", true)]
    [InlineData("example.org", ".", true)]
    [InlineData("notexample.org", "example.org", false)]
    [InlineData("org", "example.org", false)]
    public void bailiwick_goes_by_labels(string name, string ancestor, bool under) =>
        DnsName.Parse(name).IsAtOrUnder(DnsName.Parse(ancestor)).ShouldBe(under);

    [Fact]
    public void reverse_names_are_written_backwards()
    {
        DnsName.Reverse(IPAddress.Parse("192.0.2.7")).Text.ShouldBe("7.2.0.192.in-addr.arpa");
        DnsName.Reverse(IPAddress.Parse("2001:db8::1")).Text
            .ShouldBe("1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa");
    }

    [Theory]
    [InlineData("mx-1.example_a.org", true)]
    [InlineData("a*b.org", false)]
    [InlineData(".", false)]
    public void only_plain_labels_name_hosts(string text, bool isHost) =>
        DnsName.Parse(text).IsHostName.ShouldBe(isHost);
}
