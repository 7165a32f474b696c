using System.Net;

namespace Actors.Dns.Tests;

public sealed class ResolvConfTests
{
    [Fact]
    public void nameserver_lines_count_and_nothing_else() =>
        ResolvConf.ParseServers("# a\nsearch b\nnameserver 192.0.2.1\r\n\tnameserver\t2001:db8::1 x\nnameserver y\n")
            .ShouldBe([IPEndPoint.Parse("192.0.2.1:53"), IPEndPoint.Parse("[2001:db8::1]:53")]);

    [Theory]
    [InlineData("")]
    [InlineData("nameserver")]
    [InlineData("options rotate\n")]
    public void without_a_server_it_is_this_machine(string text) =>
        ResolvConf.ParseServers(text).ShouldBe([IPEndPoint.Parse("127.0.0.1:53")]);

    [Fact]
    public void a_missing_file_is_an_empty_one() =>
        ResolvConf.ReadServers("/nonexistent/resolv.conf").ShouldBe([IPEndPoint.Parse("127.0.0.1:53")]);
}
