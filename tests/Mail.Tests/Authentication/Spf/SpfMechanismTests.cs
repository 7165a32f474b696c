using Actors.Mail.Authentication.Spf;

namespace Actors.Mail.Tests.Authentication.Spf;

public sealed class SpfMechanismTests : SpfTests
{
    [Theory]
    [InlineData("v=spf1 +all", SpfResult.Pass)]
    [InlineData("v=spf1 all", SpfResult.Pass)]
    [InlineData("v=spf1 -all", SpfResult.Fail)]
    [InlineData("v=spf1 ~all", SpfResult.SoftFail)]
    [InlineData("v=spf1 ?all", SpfResult.Neutral)]
    [InlineData("v=spf1", SpfResult.Neutral)]
    [InlineData("V=SPF1 -ALL", SpfResult.Fail)]
    [InlineData("v=spf1 ~all -all", SpfResult.SoftFail)]
    [InlineData("v=spf1   -all   ", SpfResult.Fail)]
    public async Task the_first_match_decides_and_its_sign_says_what(string policy, SpfResult result) =>
        (await With(policy)).ShouldBe(result);

    [Theory]
    [InlineData("ip4:192.0.2.10", true)]
    [InlineData("ip4:192.0.2.11", false)]
    [InlineData("ip4:192.0.2.0/28", true)]
    [InlineData("ip4:192.0.2.16/28", false)]
    [InlineData("ip4:0.0.0.0/0", true)]
    [InlineData("ip4:192.0.2.10/32", true)]
    [InlineData("ip6:2001:db8::/32", false)]
    [InlineData("ip6:::ffff:192.0.2.10", false)]
    public async Task networks_are_compared_bit_by_bit(string mechanism, bool matches) =>
        (await With($"v=spf1 {mechanism} -all")).ShouldBe(matches ? SpfResult.Pass : SpfResult.Fail);

    [Theory]
    [InlineData("ip6:2001:db8::/33", true)]
    [InlineData("ip6:2001:db8:8000::/33", false)]
    [InlineData("ip6:2001:db8::1", true)]
    [InlineData("ip6:::/0", true)]
    [InlineData("ip4:0.0.0.0/0", false)]
    public async Task so_are_networks_of_ipv6(string mechanism, bool matches) =>
        (await With($"v=spf1 {mechanism} -all", "2001:db8::1")).ShouldBe(matches ? SpfResult.Pass : SpfResult.Fail);

    [Fact]
    public async Task an_ipv4_address_within_ipv6_is_an_ipv4_address() =>
        (await With("v=spf1 ip4:192.0.2.0/24 -all", "::ffff:192.0.2.10")).ShouldBe(SpfResult.Pass);

    [Theory]
    [InlineData("a", "192.0.2.9", SpfResult.Fail)]
    [InlineData("a", Client, SpfResult.Pass)]
    [InlineData("a/24", "192.0.2.200", SpfResult.Pass)]
    [InlineData("a:web.example.com", "198.51.100.7", SpfResult.Pass)]
    [InlineData("a:web.example.com/24//64", "198.51.100.200", SpfResult.Pass)]
    [InlineData("a:web.example.com/24//64", "2001:db8:0:1::ffff", SpfResult.Pass)]
    [InlineData("a:web.example.com/24//64", "2001:db8:0:2::1", SpfResult.Fail)]
    [InlineData("a:web.example.com//48", "2001:db8:0:2::1", SpfResult.Pass)]
    [InlineData("a:nowhere.example.com/0", Client, SpfResult.Fail)]
    public async Task addresses_of_a_name_match_with_their_prefix(string mechanism, string client, SpfResult result)
    {
        Zone.A("example.org", "203.0.113.1", Client).A("web.example.com", "198.51.100.7")
            .Aaaa("web.example.com", "2001:db8:0:1::1");
        (await With($"v=spf1 {mechanism} -all", client)).ShouldBe(result);
    }

    [Theory]
    [InlineData("mx", SpfResult.Pass)]
    [InlineData("mx:example.com", SpfResult.Fail)]
    [InlineData("mx:example.com/24", SpfResult.Pass)]
    [InlineData("mx:none.example.com", SpfResult.Fail)]
    [InlineData("mx:null.example.com", SpfResult.Fail)]
    public async Task addresses_of_mail_exchangers_match(string mechanism, SpfResult result)
    {
        Zone.Mx("example.org", "mx1.example.org", "mx2.example.org")
            .A("mx1.example.org", "203.0.113.1").A("mx2.example.org", Client)
            .Mx("example.com", "mx.example.com").A("mx.example.com", "192.0.2.77")
            .A("none.example.com", Client).Mx("null.example.com", ".");
        (await With($"v=spf1 {mechanism} -all")).ShouldBe(result);
        Zone.Asked.ShouldNotContain("A .");
    }

    [Theory]
    [InlineData("ptr", SpfResult.Pass)]
    [InlineData("ptr:EXAMPLE.org", SpfResult.Pass)]
    [InlineData("ptr:example.net", SpfResult.Fail)]
    [InlineData("ptr:ample.org", SpfResult.Fail)]
    [InlineData("ptr:liar.example", SpfResult.Fail)]
    public async Task names_of_the_client_match_when_they_lead_back(string mechanism, SpfResult result)
    {
        Zone.Ptr(Client, "liar.example", "out.example.org").A("liar.example", "203.0.113.66")
            .A("out.example.org", Client);
        (await With($"v=spf1 {mechanism} -all")).ShouldBe(result);
    }

    [Fact]
    public async Task a_name_of_the_client_that_dns_is_silent_about_is_passed_over()
    {
        Zone.Ptr(Client, "silent.example", "out.example.org").Broken("silent.example").A("out.example.org", Client);
        (await With("v=spf1 ptr -all")).ShouldBe(SpfResult.Pass);
    }

    [Fact]
    public async Task exists_asks_for_an_ipv4_address_whoever_the_client_is()
    {
        Zone.A("listed.example.com", "127.0.0.2").Aaaa("six.example.com", "2001:db8::1");
        (await With("v=spf1 exists:listed.example.com -all", "2001:db8::9")).ShouldBe(SpfResult.Pass);
        Zone.Asked.ShouldContain("A listed.example.com");
        Zone.Txt("b.example.org", "v=spf1 exists:six.example.com -all");
        (await Check("2001:db8::9", "ann@b.example.org")).Result.ShouldBe(SpfResult.Fail);
    }

    [Theory]
    [InlineData("v=spf1 +all", SpfResult.Pass)]
    [InlineData("v=spf1 -all", SpfResult.Neutral)]
    [InlineData("v=spf1 ~all", SpfResult.Neutral)]
    [InlineData("v=spf1 ?all", SpfResult.Neutral)]
    [InlineData("v=spf1 nonsense", SpfResult.PermError)]
    [InlineData("just a text", SpfResult.PermError)]
    public async Task an_included_policy_matches_only_when_it_passes(string included, SpfResult result)
    {
        Zone.Txt("_spf.example.com", included);
        (await With("v=spf1 include:_spf.example.com ?all")).ShouldBe(result);
    }

    [Fact]
    public async Task an_included_policy_that_cannot_be_had_is_an_error()
    {
        Zone.Broken("_spf.example.com");
        (await With("v=spf1 include:_spf.example.com -all")).ShouldBe(SpfResult.TempError);
        Zone.Txt("b.example.org", "v=spf1 include:nowhere.example.com -all");
        (await Check(sender: "ann@b.example.org")).Result.ShouldBe(SpfResult.PermError);
    }
}
