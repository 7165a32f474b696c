using Actors.Engine.Tests.Grains;
using Actors.Engine.Tests.Harness;
using Actors.Testing;

namespace Actors.Engine.Tests;

public sealed class CallTests(ConformanceCluster cluster) : IClassFixture<ConformanceCluster>
{
    [Fact]
    public async Task a_call_reaches_the_grain_of_its_key()
    {
        (await Probe("tenant/17").Key()).ShouldBe("tenant/17");
        (await Probe("TENANT/17").Key()).ShouldBe("TENANT/17");
    }

    [Fact]
    public async Task every_kind_of_task_brings_its_result()
    {
        var probe = Probe(nameof(every_kind_of_task_brings_its_result));
        await probe.Nothing();
        await probe.Quiet();
        (await probe.Add(2, 3)).ShouldBe(5);
        (await probe.AddLater(4, 5)).ShouldBe(9);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task an_exception_travels_to_the_caller(bool atOnce)
    {
        var probe = Probe(nameof(an_exception_travels_to_the_caller));
        var thrown = await Should.ThrowAsync<InvalidOperationException>(() => probe.Fail("for you", atOnce));
        thrown.Message.ShouldBe("for you");
        (await probe.Add(1, 1)).ShouldBe(2, "the grain goes on after a failed call");
    }

    [Fact]
    public async Task a_grain_sees_the_arguments_as_they_were_when_it_was_called()
    {
        const string gate = nameof(a_grain_sees_the_arguments_as_they_were_when_it_was_called);
        var numbers = new List<int> { 1, 2, 3 };
        var call = Probe(gate).CountAfterGate(numbers, gate);
        await Gate.Of(gate).Arrival();
        numbers.Add(4);
        Gate.Of(gate).Open();
        (await call.Soon()).ShouldBe(3);
    }

    [Fact]
    public async Task a_one_way_call_does_not_wait()
    {
        const string name = nameof(a_one_way_call_does_not_wait);
        await Probe(name).Tell(name, name).Soon();
        Journal.Of(name).Lines.ShouldBeEmpty();
        Gate.Of(name).Open();
        (await Journal.Of(name).Until(1)).ShouldBe(["told"]);
    }

    [Fact]
    public async Task a_cancellation_reaches_the_grain()
    {
        const string name = nameof(a_cancellation_reaches_the_grain);
        using var source = new CancellationTokenSource();
        var call = Probe(name).WaitForCancellation(name, source.Token);
        await Gate.Of(name).Arrival();
        await source.CancelAsync();
        (await Journal.Of(name).Until(1)).ShouldBe(["cancelled"]);
        await call.Settled();
    }

    [Fact]
    public async Task a_call_without_an_answer_times_out_and_says_which()
    {
        const string name = nameof(a_call_without_an_answer_times_out_and_says_which);
        var call = Probe(name).Wait(name);
        await Task.WhenAny(Gate.Of(name).Arrival(), call); // on a slow machine it may be over before it arrives
        cluster.LetCallsTimeOut();
        await call.Settled();
        var thrown = await Should.ThrowAsync<TimeoutException>(call);
        thrown.Message.ShouldContain(name);
        thrown.Message.ShouldContain("Wait");
        Gate.Of(name).Open();
        (await Probe(name).Add(1, 2)).ShouldBe(3, "the grain serves again when the slow call is over");
    }

    [Fact]
    public async Task a_cycle_of_calls_fails_by_the_time_out_and_never_hangs()
    {
        const string name = nameof(a_cycle_of_calls_fails_by_the_time_out_and_never_hangs);
        var call = Probe(name + "1").Relay([name + "2", name + "3", name + "1"]);
        await Task.WhenAny(Journal.Of(name + "3").Until(1), call);
        var waiting = Probe(name + "1").Key();
        cluster.LetCallsTimeOut();
        await call.Settled();
        await Should.ThrowAsync<TimeoutException>(call);
        await waiting.Settled();
        (await Probe(name + "1").KeyOf(Probe(name + "2"))).ShouldBe(name + "2");
    }

    [Fact]
    public async Task a_reference_to_a_grain_crosses_as_its_identity()
    {
        const string name = nameof(a_reference_to_a_grain_crosses_as_its_identity);
        var self = await Probe(name).Self();
        self.GetPrimaryKeyString().ShouldBe(name);
        (await Probe(name + "2").KeyOf(self)).ShouldBe(name);
    }

    [Fact]
    public async Task the_request_context_travels_along_all_calls_and_no_further()
    {
        const string name = nameof(the_request_context_travels_along_all_calls_and_no_further);
        RequestContext.Set("trace", "t-1");
        (await Probe(name).Trace(3)).ShouldBe("t-1");
        RequestContext.Remove("trace").ShouldBeTrue();
        (await Probe(name).Trace(3)).ShouldBeNull();
    }

    [Fact]
    public async Task a_filter_sees_the_call_and_may_change_its_result()
    {
        const string name = nameof(a_filter_sees_the_call_and_may_change_its_result);
        (await Probe(name).Stamped(name, 21)).ShouldBe(42);
        Journal.Of(name).Lines.ShouldBe([$"before {name}", "inside", "after 21"]);
    }

    private IProbeGrain Probe(string key) => cluster.Grains.GetGrain<IProbeGrain>(key);
}
