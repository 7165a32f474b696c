using Actors.Engine.Tests.Grains;
using Actors.Engine.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Engine.Tests;

public sealed class StateTests(ConformanceCluster cluster) : IClassFixture<ConformanceCluster>
{
    [Fact]
    public async Task without_a_record_the_state_is_a_new_instance()
    {
        var grain = Keeper(nameof(without_a_record_the_state_is_a_new_instance));
        (await grain.Exists()).ShouldBeFalse();
        (await grain.Read()).ShouldBe(7);
    }

    [Fact]
    public async Task what_was_written_comes_back_and_what_was_not_does_not()
    {
        var grain = Keeper(nameof(what_was_written_comes_back_and_what_was_not_does_not));
        await grain.Write(1, save: true);
        await grain.Write(2, save: false);
        await grain.Leave();
        (await grain.Read()).ShouldBe(1);
        (await grain.Exists()).ShouldBeTrue();
    }

    [Fact]
    public async Task a_cleared_state_starts_anew()
    {
        var grain = Keeper(nameof(a_cleared_state_starts_anew));
        await grain.Write(1, save: true);
        await grain.Clear();
        (await grain.Exists()).ShouldBeFalse();
        (await grain.Read()).ShouldBe(7);
        await grain.Write(3, save: true);
        await grain.Leave();
        (await grain.Read()).ShouldBe(3);
    }

    [Fact]
    public async Task two_writes_at_once_follow_each_other()
    {
        var grain = Keeper(nameof(two_writes_at_once_follow_each_other));
        await grain.WriteTwiceAtOnce(1, 2);
        await grain.Leave();
        (await grain.Read()).ShouldBe(2);
    }

    [Fact]
    public async Task a_stale_etag_fails_the_call_and_ends_the_activation()
    {
        var grain = Keeper(nameof(a_stale_etag_fails_the_call_and_ends_the_activation));
        await grain.Write(1, save: true);
        await ChangeBehindItsBack(grain, 5);
        await Should.ThrowAsync<InconsistentStateException>(() => grain.Write(2, save: true));
        (await grain.Read()).ShouldBe(5, "the next activation reads what is stored");
        await grain.Write(6, save: true);
    }

    private async Task ChangeBehindItsBack(IKeeperGrain grain, int value)
    {
        var storage = cluster.Cluster.GetSiloServiceProvider().GetRequiredKeyedService<IGrainStorage>("memory");
        var record = new GrainState<KeptState>();
        await storage.ReadStateAsync("kept", grain.GetGrainId(), record);
        record.State!.Value = value;
        await storage.WriteStateAsync("kept", grain.GetGrainId(), record);
    }

    private IKeeperGrain Keeper(string key) => cluster.Grains.GetGrain<IKeeperGrain>(key);
}
