using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Platform;

namespace Actors.Grains.Tests.Platform;

public sealed class PlatformRulesTests
{
    private static readonly AccountKey Mine = AccountKey.Parse("shop/acc_mine");
    private static readonly AccountKey Other = AccountKey.Parse("club/acc_other");
    private static readonly ImmutableArray<TrustedNetwork> Taken = [new("192.0.2.0/24", Other)];

    [Theory]
    [InlineData("192.0.2.0/24")]
    [InlineData("192.0.2.128/25")]
    [InlineData("192.0.2.1/24")]
    [InlineData("192.0.0.0/16")]
    [InlineData("192.0.0.0/8")]
    public void a_network_of_another_account_cannot_be_taken(string network)
    {
        var (networks, refusal) = PlatformRules.WithNetworks(Taken, Mine, [network]);

        refusal.ShouldNotBeNull().ShouldContain("overlaps");
        networks.ShouldBe(Taken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("192.0.2.1")]
    [InlineData("192.0.2.0/33")]
    [InlineData("example.com/24")]
    [InlineData("2001:db8::/129")]
    public void what_is_no_network_is_refused(string text) =>
        PlatformRules.WithNetworks([], Mine, [text]).Refusal.ShouldNotBeNull().ShouldContain("CIDR");

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("10.0.0.0/7")]
    [InlineData("::/0")]
    [InlineData("2001::/31")]
    public void a_network_that_would_make_an_open_relay_is_refused(string text) =>
        PlatformRules.WithNetworks([], Mine, [text]).Refusal.ShouldNotBeNull().ShouldContain("too wide");

    [Theory]
    [InlineData("10.0.0.0/8")]
    [InlineData("2001:db8::/32")]
    public void the_widest_network_may_be_trusted(string text) =>
        PlatformRules.WithNetworks([], Mine, [text]).Refusal.ShouldBeNull();

    [Fact]
    public void an_accounts_networks_are_replaced_whole()
    {
        var (first, _) = PlatformRules.WithNetworks(Taken, Mine, ["198.51.100.0/24", "2001:db8::/32"]);
        var (second, refusal) = PlatformRules.WithNetworks(first, Mine, ["198.51.100.0/25"]);

        refusal.ShouldBeNull();
        second.ShouldBe([.. Taken, new TrustedNetwork("198.51.100.0/25", Mine)]);
        PlatformRules.WithNetworks(second, Mine, []).Networks.ShouldBe(Taken);
    }

    [Fact]
    public void a_route_replaces_the_one_for_the_same_domain()
    {
        ImmutableArray<StaticRoute> routes = [];
        routes = PlatformRules.WithRoute(routes, new StaticRoute("*", "192.0.2.1", 25, null));
        routes = PlatformRules.WithRoute(routes, new StaticRoute("example.com", "192.0.2.2", 25, null));
        routes = PlatformRules.WithRoute(routes, new StaticRoute("*", "192.0.2.3", 2525, TimeSpan.FromSeconds(5)));

        routes.Select(route => (route.Domain, route.Host)).ShouldBe(
            [("example.com", "192.0.2.2"), ("*", "192.0.2.3")]);
    }
}
