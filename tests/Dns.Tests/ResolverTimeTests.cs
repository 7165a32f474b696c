using Actors.Dns.Exchange;
using Actors.Dns.Messages;
using Actors.Dns.Tests.Wire;
using Actors.Testing;

namespace Actors.Dns.Tests;

/// <summary>How long answers are kept, and how long the resolver waits for them.</summary>
public sealed class ResolverTimeTests : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private readonly FakeNameServer server = new();
    private readonly FakeNameServer second = new();
    private StubResolver? resolver;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        resolver?.Dispose();
        await server.DisposeAsync();
        await second.DisposeAsync();
    }

    [Theory]
    [InlineData(300, 300)]
    [InlineData(0, 5)]
    [InlineData(1_000_000, 86_400)]
    public async Task an_answer_is_kept_for_its_ttl_within_bounds(uint ttl, int seconds)
    {
        server.Answer(r => r.A("a.test", "192.0.2.1", ttl));
        await KeptFor(seconds);
    }

    [Fact]
    public async Task a_chain_is_kept_as_long_as_its_shortest_link()
    {
        server.Answer(r => r.Cname("a.test", "b.test", 60).A("b.test", "192.0.2.1", 600));
        await KeptFor(60);
    }

    [Theory]
    [InlineData(3, 600, 120, 120)]
    [InlineData(0, 60, 3600, 60)]
    [InlineData(0, 7200, 7200, 900)]
    public async Task a_negative_answer_is_kept_as_the_soa_says(int code, uint ttl, uint minimum, int seconds)
    {
        server.Answer(r => r.InAuthority().Soa("test", ttl, minimum).Code = code);
        await KeptFor(seconds);
    }

    [Fact]
    public async Task a_soa_of_another_zone_says_nothing()
    {
        server.Answer(r => r.InAuthority().Soa("other.test", 600, 600));
        await KeptFor(5);
    }

    [Fact]
    public async Task a_failure_is_kept_for_five_seconds()
    {
        server.Answer(r => r.Code = 2);
        var perQuestion = Options().Rounds;
        await Ask("a.test");
        await Ask("a.test");
        server.UdpQueries.Count.ShouldBe(perQuestion);
        time.Advance(TimeSpan.FromSeconds(5));
        await Ask("a.test");
        server.UdpQueries.Count.ShouldBe(2 * perQuestion);
    }

    [Fact]
    public async Task the_least_recently_used_answer_leaves_a_full_cache()
    {
        server.OnUdp = q => [new Response(q).A(Response.Asked(q).Name, "192.0.2.1").ToArray()];
        resolver = new(Options() with { CacheEntriesMax = 2 }, time, new Random(1));
        await Ask("a.test");
        await Ask("b.test");
        await Ask("a.test");
        await Ask("c.test"); // b leaves
        await Ask("a.test");
        server.UdpQueries.Count.ShouldBe(3);
        resolver.CacheCount.ShouldBe(2);
        await Ask("b.test");
        server.UdpQueries.Count.ShouldBe(4);
    }

    [Fact]
    public async Task answers_that_are_too_large_together_leave_too()
    {
        server.OnUdp = q =>
        {
            var response = new Response(q);
            for (var i = 0; i < 50; i++)
                response.Txt(Response.Asked(q).Name, 300, new string('x', 50));
            return [response.ToArray()];
        };
        resolver = new(Options() with { CacheOctetsMax = 64 << 10 }, time, new Random(1));
        for (var i = 0; i < 100; i++)
            await Ask($"n{i}.test", RecordType.Txt);
        resolver.CacheCount.ShouldBeInRange(10, 20); // 3.2 kB each, and 512 octets for the entry
        await Ask("n99.test", RecordType.Txt);
        server.UdpQueries.Count.ShouldBe(100);
    }

    [Fact]
    public async Task equal_questions_at_the_same_time_become_one()
    {
        using var go = new ManualResetEventSlim();
        server.OnUdp = q =>
        {
            go.Wait();
            return [new Response(q).A("a.test", "192.0.2.1").ToArray()];
        };
        resolver = new(Options() with { CacheEntriesMax = 0 }, time, new Random(1));
        var asking = Enumerable.Range(0, 50).Select(_ => Ask("A.test")).ToArray();
        go.Set();
        (await Task.WhenAll(asking)).ShouldAllBe(a => a is DnsAnswer.Found);
        server.UdpQueries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_silent_server_is_asked_twice_and_then_it_is_a_timeout()
    {
        var asking = Ask("a.test");
        for (var round = 0; round < 2; round++)
        {
            await server.Arrival();
            asking.IsCompleted.ShouldBeFalse();
            time.Advance(TimeSpan.FromSeconds(3));
        }
        (await asking).ShouldBeOfType<DnsAnswer.Timeout>();
        server.UdpQueries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task tcp_has_its_time_too()
    {
        server.Answer(r => r.Flags2 |= 0x02);
        using var never = new ManualResetEventSlim();
        using var asked = new SemaphoreSlim(0);
        server.OnTcp = _ =>
        {
            asked.Release();
            never.Wait();
            return null;
        };
        resolver = new(Options() with { Rounds = 1 }, time, new Random(1));
        var asking = Ask("a.test");
        await asked.WaitAsync().Soon();
        time.Advance(TimeSpan.FromSeconds(3));
        (await asking).ShouldBeOfType<DnsAnswer.Timeout>();
        never.Set();
    }

    [Fact]
    public async Task a_server_that_did_not_answer_is_asked_last_and_comes_back()
    {
        second.OnUdp = q => [new Response(q).A(Response.Asked(q).Name, "192.0.2.1").ToArray()];
        resolver = new(Options() with { Servers = [server.EndPoint, second.EndPoint] }, time, new Random(1));
        var asking = Ask("a.test");
        await server.Arrival();
        time.Advance(TimeSpan.FromSeconds(3));
        (await asking).ShouldBeOfType<DnsAnswer.Found>();

        (await Ask("b.test")).ShouldBeOfType<DnsAnswer.Found>();
        server.UdpQueries.Count.ShouldBe(1);

        server.OnUdp = second.OnUdp;
        time.Advance(ServerHealth.RestMin);
        (await Ask("c.test")).ShouldBeOfType<DnsAnswer.Found>();
        server.UdpQueries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task a_failing_server_is_followed_by_the_next_at_once()
    {
        server.Answer(r => r.Code = 2);
        second.Answer(r => r.A("a.test", "192.0.2.1"));
        resolver = new(Options() with { Servers = [server.EndPoint, second.EndPoint] }, time, new Random(1));
        (await Ask("a.test")).ShouldBeOfType<DnsAnswer.Found>();
    }

    [Fact]
    public async Task rotation_begins_at_another_server_each_time()
    {
        foreach (var each in new[] { server, second })
            each.OnUdp = q => [new Response(q).A(Response.Asked(q).Name, "192.0.2.1").ToArray()];
        var both = Options() with { Servers = [server.EndPoint, second.EndPoint], Rotate = true };
        resolver = new(both, time, new Random(1));
        for (var i = 0; i < 10; i++)
            await Ask($"n{i}.test");
        (server.UdpQueries.Count, second.UdpQueries.Count).ShouldBe((5, 5));
    }

    [Fact]
    public async Task a_look_up_as_a_whole_has_its_time()
    {
        resolver = new(Options() with { TotalTimeout = TimeSpan.FromSeconds(2) }, time, new Random(1));
        var asking = Ask("a.test");
        await server.Arrival();
        time.Advance(TimeSpan.FromSeconds(2));
        (await asking).ShouldBeOfType<DnsAnswer.Timeout>();
        server.UdpQueries.Count.ShouldBe(1);
    }

    private ResolverOptions Options() => new() { Servers = [server.EndPoint] };

    private async Task KeptFor(int seconds)
    {
        await Ask("a.test");
        time.Advance(TimeSpan.FromSeconds(seconds - 1));
        await Ask("a.test");
        server.UdpQueries.Count.ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(1));
        await Ask("a.test");
        server.UdpQueries.Count.ShouldBe(2);
    }

    private async Task<DnsAnswer> Ask(string name, RecordType type = RecordType.A)
    {
        resolver ??= new(Options(), time, new Random(1));
        return await resolver.Resolve(DnsName.Parse(name), type, CancellationToken.None).Soon();
    }
}
