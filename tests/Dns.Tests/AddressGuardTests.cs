using System.Net;

namespace Actors.Dns.Tests;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.1")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("::8.8.8.8")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2002:c0a8:101::1")]
    [InlineData("3fff::1")]
    [InlineData("fc00::1")]
    [InlineData("fdff::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("febf::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void what_is_not_public_unicast_is_refused(string address) =>
        AddressGuard.Strict.Allows(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.1")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450::1a")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("2002:808:808::1")]
    public void public_unicast_is_allowed(string address) =>
        AddressGuard.Strict.Allows(IPAddress.Parse(address)).ShouldBeTrue();

    [Fact]
    public void the_operator_allows_networks_and_nothing_beside_them()
    {
        var guard = new AddressGuard([IPNetwork.Parse("127.0.0.1/32"), IPNetwork.Parse("fd00:1::/32")]);

        guard.Allows(IPAddress.Parse("127.0.0.1")).ShouldBeTrue();
        guard.Allows(IPAddress.Parse("127.0.0.2")).ShouldBeFalse();
        guard.Allows(IPAddress.Parse("::ffff:127.0.0.1")).ShouldBeFalse();
        guard.Allows(IPAddress.Parse("fd00:1::5")).ShouldBeTrue();
        guard.Allows(IPAddress.Parse("fd00:2::5")).ShouldBeFalse();
    }
}
