using Actors.Engine.Tests.Grains;
using Actors.Engine.Tests.Harness;
using Actors.Testing;

namespace Actors.Engine.Tests.Embedded;

/// <summary>Orleans passes a call on to the next activation at most twice (MaxForwardCount), then refuses it. Here a
/// call waits as long as it takes.</summary>
public sealed class CrowdTests(ConformanceCluster cluster) : IClassFixture<ConformanceCluster>
{
    [Fact]
    public async Task no_call_is_lost_and_no_two_activations_live_when_a_grain_leaves_after_every_call()
    {
        const string name = nameof(no_call_is_lost_and_no_two_activations_live_when_a_grain_leaves_after_every_call);
        var results = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(one => Task.Run(() =>
            cluster.Grains.GetGrain<IFickleGrain>($"{name}{one % 7}").Use(linger: one % 3 == 0)))).Soon();
        results.ShouldAllBe(one => one == 1);
    }
}
