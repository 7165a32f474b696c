using System.Net;
using System.Net.Sockets;
using Actors.Silo.Configuration;
using Actors.Silo.Tests.Harness;
using Actors.Storage.Sqlite;

namespace Actors.Silo.Tests.Configuration;

public sealed class MachineTests : IDisposable
{
    private static readonly (string, string)[] FreePorts =
    [
        ("Http:Listen", "127.0.0.1:0"), ("Submission:Listen", "127.0.0.1:0"), ("Submission:ListenTls", ""),
        ("Inbound:Listen", ""),
    ];

    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void free_ports_and_a_folder_to_be_made_are_all_right()
    {
        Check().ShouldBeEmpty();
        Directory.Exists(folder.Data).ShouldBeFalse("checking must not make the folder");
    }

    [Fact]
    public void a_port_that_is_taken_is_refused_with_the_way_to_find_out_by_whom()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var problem = Check(("Http:Listen", other.LocalEndpoint.ToString()!)).ShouldHaveSingleItem();
        problem.Subject.ShouldStartWith($"--http-listen is '{other.LocalEndpoint}'");
        problem.Remedy.ShouldContain("ss -ltnp");
    }

    [Fact]
    public void every_port_that_is_taken_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        using var another = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        another.Start();
        Check(
            ("Http:Listen", other.LocalEndpoint.ToString()!),
            ("Submission:Listen", another.LocalEndpoint.ToString()!)).Length.ShouldBe(2);
    }

    [Fact]
    public void an_address_of_another_machine_is_refused() =>
        Check(("Http:Listen", "192.0.2.200:8080")).ShouldHaveSingleItem()
            .Rule.ShouldBe("has to be an address of this machine");

    [Fact]
    public void a_source_address_of_another_machine_is_refused() =>
        Check(("Delivery:SourceAddress", "192.0.2.200")).ShouldHaveSingleItem()
            .Subject.ShouldStartWith("--delivery-source-address");

    [Fact]
    public void a_data_folder_that_another_holds_is_refused()
    {
        using var held = DataFolder.Take(folder.Data);
        Check().ShouldHaveSingleItem().Rule.ShouldContain("this process alone");
    }

    private ConfigurationProblem[] Check(params (string, string)[] given) =>
        [.. MachineRules.Check(Reading.Of([("Data", folder.Data), .. FreePorts, .. given]))];
}
