using Actors.Dns.Messages;
using Actors.Dns.Tests.Wire;
using Actors.Testing;

namespace Actors.Dns.Tests;

public sealed class StubResolverTests : IAsyncLifetime
{
    private readonly FakeNameServer server = new();
    private StubResolver? resolver;

    public Task InitializeAsync()
    {
        resolver = new(new() { Servers = [server.EndPoint] }, new ManualTime(), new Random(1));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        resolver!.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task records_of_the_name_are_found()
    {
        server.Answer(r => r.A("mx.test", "192.0.2.1").A("mx.test", "192.0.2.2"));
        (await Found("mx.test", RecordType.A)).ShouldBe(["192.0.2.1", "192.0.2.2"]);
    }

    [Fact]
    public async Task a_name_that_does_not_exist_is_told_from_a_server_that_fails()
    {
        server.Answer(r => r.Code = 3);
        (await Ask("a.test", RecordType.Mx)).ShouldBeOfType<DnsAnswer.NxDomain>();
        server.Answer(r => r.Code = 2);
        (await Ask("b.test", RecordType.Mx)).ShouldBeOfType<DnsAnswer.ServerFailure>();
        server.Answer(r => r.Code = 5);
        (await Ask("c.test", RecordType.Mx)).ShouldBeOfType<DnsAnswer.ServerFailure>();
        server.Answer(_ => { });
        (await Ask("d.test", RecordType.Mx)).ShouldBeOfType<DnsAnswer.NoData>();
    }

    [Fact]
    public async Task every_query_has_its_own_id_port_and_letter_case()
    {
        server.Answer(_ => { });
        for (var i = 0; i < 20; i++)
            await Ask($"host-with-many-letters-{i:D2}.test", RecordType.A);

        var queries = server.UdpQueries.ToArray();
        queries.Select(q => (q[0] << 8) | q[1]).Distinct().Count().ShouldBeGreaterThan(15);
        server.SourcePorts.Distinct().Count().ShouldBeGreaterThan(15);
        queries.Select(q => Convert.ToHexString(q.AsSpan(13, 20))).Distinct().Count().ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task forged_packets_are_passed_over_until_the_honest_one_comes()
    {
        server.OnUdp = q =>
        {
            var honest = new Response(q).A("mx.test", "192.0.2.1").ToArray();
            var forged = new Response(q).A("mx.test", "203.0.113.66").ToArray();
            byte[] otherId = [.. forged];
            otherId[0] ^= 0xFF;
            return [[], [1, 2, 3], otherId, q, honest];
        };
        (await Found("mx.test", RecordType.A)).ShouldBe(["192.0.2.1"]);
        server.TcpQueries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0x20, "letter case that is not kept")]
    [InlineData(0x01, "another question")]
    public async Task an_answer_with_the_right_id_and_a_wrong_question_is_fetched_over_tcp(int flip, string why)
    {
        server.OnUdp = q =>
        {
            var answer = new Response(q).A("mx.test", "203.0.113.66").ToArray();
            answer[13] ^= (byte)flip;
            return [answer];
        };
        server.OnTcp = q =>
        {
            var answer = new Response(q).A("mx.test", "192.0.2.1").ToArray();
            answer[13] ^= 0x20;
            return answer;
        };
        (await Found("mx.test", RecordType.A)).ShouldBe(["192.0.2.1"], why);
    }

    [Fact]
    public async Task a_malformed_answer_is_fetched_over_tcp_and_a_failure_when_it_is_no_better_there()
    {
        server.OnUdp = q => [new Response(q).Add("a.test", RecordType.A, 1, [1, 2, 3]).ToArray()];
        server.OnTcp = q => new Response(q).A("a.test", "192.0.2.1").ToArray();
        (await Found("a.test", RecordType.A)).ShouldBe(["192.0.2.1"]);
        server.OnTcp = q => new Response(q).Add("b.test", RecordType.A, 1, [1, 2, 3]).ToArray();
        (await Ask("b.test", RecordType.A)).ShouldBeOfType<DnsAnswer.ServerFailure>().Reason.ShouldContain("malformed");
    }

    [Fact]
    public async Task an_error_without_the_question_is_understood()
    {
        byte[] Bare(byte[] q, int code) => [q[0], q[1], 0x80, (byte)code, 0, 0, 0, 0, 0, 0, 0, 0];
        server.OnUdp = q => [Bare(q, 1)];
        server.OnTcp = q => q[11] == 1 ? Bare(q, 1) : new Response(q).A("old.test", "192.0.2.1").ToArray();
        (await Found("old.test", RecordType.A)).ShouldBe(["192.0.2.1"]);
        server.OnTcp = q => Bare(q, 2);
        (await Ask("a.test", RecordType.A)).ShouldBeOfType<DnsAnswer.ServerFailure>().Reason.ShouldContain("Failure");
    }

    [Fact]
    public async Task a_server_that_passes_questions_on_has_not_said_that_there_is_nothing()
    {
        server.Answer(r => r.InAuthority().Add("test", RecordType.Ns, 1, DnsName.Parse("ns.test").Wire));
        (await Ask("a.test", RecordType.Mx)).ShouldBeOfType<DnsAnswer.ServerFailure>()
            .Reason.ShouldContain("recursion");
    }

    [Fact]
    public async Task a_flood_of_forged_packets_drives_the_question_to_tcp()
    {
        server.OnUdp = q => Enumerable.Range(0, 16).Select(i =>
        {
            var forged = new Response(q).A("mx.test", "203.0.113.66").ToArray();
            forged[0] ^= (byte)(i + 1);
            return forged;
        });
        server.OnTcp = q => new Response(q).A("mx.test", "192.0.2.1").ToArray();
        (await Found("mx.test", RecordType.A)).ShouldBe(["192.0.2.1"]);
    }

    [Fact]
    public async Task a_truncated_answer_is_fetched_over_tcp()
    {
        server.Answer(r => r.Flags2 |= 0x02);
        server.OnTcp = q =>
        {
            var response = new Response(q);
            for (var i = 0; i < 200; i++)
                response.A("big.test", $"192.0.2.{i}");
            return response.ToArray();
        };
        (await Found("big.test", RecordType.A)).Length.ShouldBe(200);
    }

    [Fact]
    public async Task tcp_that_closes_or_lies_is_a_failure()
    {
        server.Answer(r => r.Flags2 |= 0x02);
        server.OnTcp = _ => null;
        (await Ask("a.test", RecordType.A)).ShouldBeOfType<DnsAnswer.ServerFailure>();
        server.OnTcp = _ => [1, 2, 3];
        (await Ask("b.test", RecordType.A)).ShouldBeOfType<DnsAnswer.ServerFailure>();
    }

    [Fact]
    public async Task a_server_without_edns_is_asked_again_without()
    {
        server.OnUdp = q => q[11] == 1
            ? [new Response(q) { Code = 1 }.ToArray()]
            : [new Response(q).A("old.test", "192.0.2.1").ToArray()];
        (await Found("old.test", RecordType.A)).ShouldBe(["192.0.2.1"]);
        server.UdpQueries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task aliases_within_the_answer_are_followed()
    {
        server.Answer(r => r.A("c.test", "192.0.2.1").Cname("a.test", "b.test").Cname("b.test", "c.test"));
        var found = (await Ask("a.test", RecordType.A)).ShouldBeOfType<DnsAnswer.Found>();
        found.Name.Text.ShouldBe("c.test");
        server.UdpQueries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task aliases_that_lead_out_of_the_answer_are_asked_for()
    {
        server.OnUdp = q => Response.Asked(q).Name == "a.test"
            ? [new Response(q).Cname("a.test", "b.test").ToArray()]
            : [new Response(q).A("b.test", "192.0.2.1").ToArray()];
        (await Found("a.test", RecordType.A)).ShouldBe(["192.0.2.1"]);
    }

    [Fact]
    public async Task eight_aliases_are_followed_and_not_one_more()
    {
        server.OnUdp = q =>
        {
            var n = int.Parse(Response.Asked(q).Name.AsSpan(1, 1), provider: null);
            var response = new Response(q);
            response = n == 8 ? response.A("n8.test", "192.0.2.1") : response.Cname($"n{n}.test", $"n{n + 1}.test");
            return [response.ToArray()];
        };
        (await Found("n0.test", RecordType.A)).ShouldBe(["192.0.2.1"]);

        server.Answer(r =>
        {
            for (var i = 0; i < 9; i++)
                r.Cname($"m{i}.test", $"m{i + 1}.test");
            r.A("m9.test", "192.0.2.1");
        });
        (await Ask("m0.test", RecordType.A)).ShouldBeOfType<DnsAnswer.ServerFailure>().Reason.ShouldContain("CNAME");
    }

    [Fact]
    public async Task a_loop_of_aliases_ends()
    {
        server.Answer(r => r.Cname("a.test", "b.test").Cname("b.test", "a.test"));
        (await Ask("a.test", RecordType.A)).ShouldBeOfType<DnsAnswer.ServerFailure>();
        server.OnUdp = q => [new Response(q).Cname(Response.Asked(q).Name, "x" + Response.Asked(q).Name).ToArray()];
        (await Ask("y.test", RecordType.A)).ShouldBeOfType<DnsAnswer.ServerFailure>();
    }

    [Fact]
    public async Task records_of_other_names_are_not_believed()
    {
        server.Answer(r => r.A("victim.test", "203.0.113.66").Cname("victim.test", "evil.test")
            .InAdditional().A("a.test", "203.0.113.66"));
        (await Ask("a.test", RecordType.A)).ShouldBeOfType<DnsAnswer.NoData>();

        server.Answer(r => r.A("victim.test", "192.0.2.1"));
        (await Found("victim.test", RecordType.A)).ShouldBe(["192.0.2.1"]);
    }

    [Fact]
    public async Task an_alias_to_nowhere_does_not_exist()
    {
        server.Answer(r => r.Cname("a.test", "b.test").Code = 3);
        (await Ask("a.test", RecordType.A)).ShouldBeOfType<DnsAnswer.NxDomain>();
    }

    [Fact]
    public async Task a_cancelled_caller_gets_its_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var asking = resolver!.Resolve(DnsName.Parse("silent.test"), RecordType.A, cancellation.Token);
        await server.Arrival();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () => await asking);
    }

    [Fact]
    public void options_out_of_range_are_refused_all_at_once()
    {
        var options = new ResolverOptions { Rounds = 0, TryTimeout = TimeSpan.Zero, CacheEntriesMax = -1 };
        var e = Should.Throw<ArgumentException>(() => new StubResolver(options, new ManualTime(), new Random(1)));
        e.Message.ShouldContain("Rounds");
        e.Message.ShouldContain("TryTimeout");
        e.Message.ShouldContain("CacheEntriesMax");
    }

    private async Task<DnsAnswer> Ask(string name, RecordType type) =>
        await resolver!.Resolve(DnsName.Parse(name), type, CancellationToken.None).Soon();

    private async Task<string[]> Found(string name, RecordType type) =>
        [.. (await Ask(name, type)).ShouldBeOfType<DnsAnswer.Found>().Records
            .Select(r => ((DnsRecord.Address)r).Value.ToString())];
}
