using Actors.Silo.Configuration;
using Actors.Silo.Tests.Harness;

namespace Actors.Silo.Tests.Configuration;

public sealed class ValueTests
{
    [Theory]
    [InlineData("Http:Listen", "127.0.0.1:8080")]
    [InlineData("Http:Listen", "127.0.0.1:0")]
    [InlineData("Http:Listen", "[::1]:65535")]
    [InlineData("Submission:Listen", "")]
    [InlineData("HostName", "mail.example.com")]
    [InlineData("Delivery:AllowedNetworks", "10.0.0.0/8, fd00::/8")]
    [InlineData("Delivery:DnsServers", "192.0.2.53,127.0.0.1:5353,[::1]:53,2001:db8::1")]
    [InlineData("Delivery:Proxy", "socks5://user:password@192.0.2.1:1080")]
    [InlineData("Delivery:Proxy", "")]
    [InlineData("Delivery:SourceAddress", "192.0.2.25")]
    [InlineData("Delivery:FeedbackSender", "shop-mail")]
    [InlineData("Delivery:ReturnPathDomain", "")]
    [InlineData("Delivery:ReturnPathDomain", "bounces.example.org")]
    [InlineData("LogLevel", "Warning")]
    public void a_proper_value_is_taken(string path, string text) =>
        Reading.Of((path, text)).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("Http:Listen", "")]
    [InlineData("Http:Listen", "8080")]
    [InlineData("Http:Listen", "127.0.0.1")]
    [InlineData("Http:Listen", "127.0.0.1:")]
    [InlineData("Http:Listen", "127.0.0.1:65536")]
    [InlineData("Http:Listen", "127.0.0.1:-1")]
    [InlineData("Http:Listen", "localhost:8080")]
    [InlineData("Http:Listen", "::1")]
    [InlineData("Submission:Listen", "all")]
    [InlineData("Data", " ")]
    [InlineData("HostName", "")]
    [InlineData("HostName", "192.0.2.1")]
    [InlineData("HostName", "mail_1.example.com")]
    [InlineData("HostName", "mail.example.com\r\n250 ")]
    [InlineData("DrainSeconds", "")]
    [InlineData("DrainSeconds", "1.5")]
    [InlineData("DrainSeconds", "99999999999999")]
    [InlineData("Delivery:FeedbackSender", "")]
    [InlineData("Delivery:FeedbackSender", "a:b:c")]
    [InlineData("Delivery:FeedbackSender", "sixteen-letters-")]
    [InlineData("Delivery:AllowedNetworks", "10.0.0.0")]
    [InlineData("Delivery:AllowedNetworks", "10.0.0.0/33")]
    [InlineData("Delivery:DnsServers", "dns.example.com")]
    [InlineData("Delivery:Proxy", "https://192.0.2.1:443")]
    [InlineData("Delivery:Proxy", "socks5://192.0.2.1")]
    [InlineData("Submission:RecipientsMax", "499")]
    [InlineData("Submission:RecipientsMax", "1001")]
    [InlineData("Submission:FailedLoginsFree", "0")]
    [InlineData("Submission:LoginSeconds", "9")]
    [InlineData("Submission:IdleSeconds", "0")]
    [InlineData("Submission:TransactionSeconds", "59")]
    [InlineData("Submission:SessionSeconds", "59")]
    [InlineData("Submission:ConnectionsPerAccountMax", "0")]
    [InlineData("Delivery:SourceAddress", "eth0")]
    [InlineData("Delivery:ReturnPathDomain", "bounces@example.org")]
    [InlineData("LogLevel", "loud")]
    [InlineData("LogLevel", "3")]
    public void an_improper_value_is_refused(string path, string text) =>
        Reading.Of((path, text)).Problems.ShouldHaveSingleItem()
            .Subject.ShouldStartWith(DeclaredOptions.At(path).Flag + " is ");

    [Fact]
    public void more_than_16_dns_servers_are_refused() =>
        Reading.Of(("Delivery:DnsServers", string.Join(',', Enumerable.Repeat("192.0.2.53", 17))))
            .Problems.ShouldHaveSingleItem().Rule.ShouldBe("has to be at most 16 servers");

    [Fact]
    public void a_dns_server_without_port_is_asked_on_53() =>
        Reading.Of(("Delivery:DnsServers", "192.0.2.53")).Settings.Delivery.Servers()
            .ShouldHaveSingleItem().Port.ShouldBe(53);

    [Fact]
    public void a_data_folder_that_is_a_file_is_refused()
    {
        using var folder = new Folder();
        Reading.Of(("Data", folder.Write("data", ""))).Problems.ShouldHaveSingleItem().Rule.ShouldContain("is a file");
    }
}
