using System.Net;
using Actors.Mail.Authentication.Spf;

namespace Actors.Mail.Tests.Authentication.Spf;

/// <summary>The examples of RFC 7208 §7.4 and cases of our own; what is asked for shows what a macro became.</summary>
public sealed class SpfMacroTests : SpfTests
{
    [Theory]
    [InlineData("%{s}", "strong-bad@email.example.com")]
    [InlineData("%{o}", "email.example.com")]
    [InlineData("%{d}", "email.example.com")]
    [InlineData("%{d4}", "email.example.com")]
    [InlineData("%{d3}", "email.example.com")]
    [InlineData("%{d2}", "example.com")]
    [InlineData("%{d1}", "com")]
    [InlineData("%{dr}", "com.example.email")]
    [InlineData("%{d2r}", "example.email")]
    [InlineData("%{l}", "strong-bad")]
    [InlineData("%{l-}", "strong.bad")]
    [InlineData("%{lr}", "strong-bad")]
    [InlineData("%{lr-}", "bad.strong")]
    [InlineData("%{l1r-}", "strong")]
    [InlineData("%{D2R}", "example.email")]
    [InlineData("%{h}", "mail.example.org")]
    [InlineData("%{S}", "strong-bad%40email.example.com")]
    [InlineData("%{ir}.%{v}._spf.%{d2}", "3.2.0.192.in-addr._spf.example.com")]
    [InlineData("%{lr-}.lp._spf.%{d2}", "bad.strong.lp._spf.example.com")]
    [InlineData("%{lr-}.lp.%{ir}.%{v}._spf.%{d2}", "bad.strong.lp.3.2.0.192.in-addr._spf.example.com")]
    [InlineData("%{d2}.trusted-domains.example.net.", "example.com.trusted-domains.example.net")]
    [InlineData("a%%b%_c%-d.example.com", "a%b c%20d.example.com")]
    [InlineData("%{d99999999999}", "email.example.com")]
    public async Task macros_become_what_the_rfc_says(string macro, string name)
    {
        Zone.Txt("email.example.com", $"v=spf1 exists:{macro} -all");
        await Check("192.0.2.3", "strong-bad@email.example.com");
        Zone.Asked[^1].ShouldBe($"A {name}");
    }

    [Fact]
    public async Task an_ipv6_address_is_written_digit_by_digit()
    {
        Zone.Txt("email.example.com", "v=spf1 exists:%{ir}.%{v}._spf.%{d2} -all");
        await Check("2001:db8::cb01", "strong-bad@email.example.com");
        Zone.Asked[^1].ShouldBe(
            "A 1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com",
            StringCompareShould.IgnoreCase);
    }

    [Theory]
    [InlineData("email.example.com", "email.example.com")]
    [InlineData("out.email.example.com", "out.email.example.com")]
    [InlineData("other.example", "other.example")]
    [InlineData("liar.example", "unknown")]
    public async Task the_name_of_the_client_is_the_best_that_leads_back(string reverse, string name)
    {
        Zone.Ptr("192.0.2.3", reverse).Txt("email.example.com", "v=spf1 exists:%{p}.example.net -all");
        if (reverse != "liar.example")
            Zone.A(reverse, "192.0.2.3");
        await Check("192.0.2.3", "strong-bad@email.example.com");
        Zone.Asked[^1].ShouldBe($"A {name}.example.net");
    }

    [Fact]
    public async Task a_name_below_the_domain_is_preferred_to_a_stranger()
    {
        Zone.Ptr("192.0.2.3", "a.example", "out.email.example.com").A("a.example", "192.0.2.3")
            .A("out.email.example.com", "192.0.2.3").Txt("email.example.com", "v=spf1 exists:%{p}.example.net -all");
        await Check("192.0.2.3", "strong-bad@email.example.com");
        Zone.Asked[^1].ShouldBe("A out.email.example.com.example.net");
    }

    [Fact]
    public async Task a_name_too_long_for_dns_loses_labels_on_its_left()
    {
        var label = new string('x', 60);
        Zone.Txt("example.org", $"v=spf1 exists:first.%{{l}}.{label}.{label}.{label}.{label}.org -all");
        await Check(sender: "second@example.org");
        Zone.Asked[^1].ShouldBe($"A {label}.{label}.{label}.{label}.org");
    }

    [Fact]
    public async Task an_explanation_knows_client_receiver_and_time()
    {
        Zone.Txt("example.org", "v=spf1 -all exp=why.example.org").Txt("why.example.org", "%{c} %{R} %{t} %{L}");
        var request = new SpfRequest(IPAddress.Parse("2001:db8::1"), "x", "a+b@example.org")
        {
            Receiver = "mx.example.net",
            At = DateTimeOffset.UnixEpoch.AddSeconds(42),
        };
        (await SpfCheck.Run(request, Zone, CancellationToken.None)).Explanation
            .ShouldBe("2001:db8::1 mx.example.net 42 a%2Bb");
    }
}
