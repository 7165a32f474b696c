using Actors.Dns.Messages;
using Actors.Dns.Tests.Wire;
using Actors.Testing;

namespace Actors.Dns.Tests;

/// <summary>No client keeps others from their answers, however many names it asks for that nobody answers.</summary>
public sealed class ClientsShareTests : IAsyncLifetime
{
    private const int Places = 8;
    private const int Flood = 5_000;

    private readonly ManualTime time = new();
    private readonly FakeNameServer server = new();
    private readonly StubResolver resolver;

    public ClientsShareTests()
    {
        server.OnUdp = query =>
        {
            var name = Response.Asked(query).Name;
            return name.StartsWith("slow", StringComparison.Ordinal)
                ? []
                : [new Response(query).A(name, "192.0.2.1").ToArray()];
        };
        resolver = new(
            new() { Servers = [server.EndPoint], ConcurrencyMax = Places, Rounds = 1 }, time, new Random(1));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        resolver.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task another_clients_look_ups_pass_by_thousands_that_wait()
    {
        var flood = await BeginFlood();

        for (var i = 0; i < 100; i++)
            (await Ask($"n{i}.test", "polite")).ShouldBeOfType<DnsAnswer.Found>();

        flood.ShouldAllBe(asked => !asked.IsCompleted);
        server.UdpQueries.Count.ShouldBe(Places / 2 + 100);
    }

    [Fact]
    public async Task a_name_that_waits_for_one_client_is_asked_at_once_for_another()
    {
        await BeginFlood();
        var waits = Ask("shared.test", "flood");
        (await Ask("shared.test", "polite")).ShouldBeOfType<DnsAnswer.Found>();
        waits.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task that_no_turn_came_is_told_to_nobody_else()
    {
        using var small = new StubResolver(
            new() { Servers = [server.EndPoint], ConcurrencyMax = 4, WaitingMax = 10 }, time, new Random(1));
        var flood = Enumerable.Range(0, 100).Select(i => Ask(small, $"slow{i}.test", "flood")).ToList();
        await Refused(flood, 100 - 2 - 5);
        (await Ask(small, "shared.test", "flood")).ShouldBeOfType<DnsAnswer.ServerFailure>();
        (await Ask(small, "shared.test", "polite")).ShouldBeOfType<DnsAnswer.Found>();
    }

    [Fact]
    public async Task more_than_there_is_room_for_fails_at_once_and_leaves_room_for_others()
    {
        using var small = new StubResolver(
            new() { Servers = [server.EndPoint], ConcurrencyMax = 1, WaitingMax = 10 }, time, new Random(1));
        var flood = Enumerable.Range(0, 100).Select(i => Ask(small, $"slow{i}.test", "flood")).ToList();
        await Refused(flood, 100 - 1 - 5);
        flood.ShouldAllBe(asked => !asked.IsCompleted);
    }

    /// <summary>Waits until so many of the flood were refused, and takes them out of it.</summary>
    private static async Task Refused(List<Task<DnsAnswer>> flood, int count)
    {
        for (var refused = 0; refused < count; refused++)
        {
            var first = await Task.WhenAny(flood).Soon();
            flood.Remove(first);
            (await first).ShouldBeOfType<DnsAnswer.ServerFailure>();
        }
    }

    /// <summary>Returns when the flood has its places and the rest of it waits.</summary>
    private async Task<Task<DnsAnswer>[]> BeginFlood()
    {
        var flood = Enumerable.Range(0, Flood).Select(i => Ask($"slow{i}.test", "flood")).ToArray();
        for (var i = 0; i < Places / 2; i++)
            await server.Arrival();
        return flood;
    }

    private Task<DnsAnswer> Ask(string name, string client) => Ask(resolver, name, client);

    private static Task<DnsAnswer> Ask(StubResolver resolver, string name, string client) =>
        resolver.Resolve(DnsName.Parse(name), RecordType.A, client, CancellationToken.None).Soon();
}
