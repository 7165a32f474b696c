using Actors.Engine.Tests.Grains;
using Actors.Engine.Tests.Harness;

namespace Actors.Engine.Tests.Embedded;

public sealed class CollectionTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task a_grain_nobody_calls_for_a_quarter_of_an_hour_goes()
    {
        const string name = nameof(a_grain_nobody_calls_for_a_quarter_of_an_hour_goes);
        await using var seeded = await SeededCluster.Start(1);
        var grain = seeded.Grains.GetGrain<ILifeGrain>(name);
        seeded.Finish(grain.Instance());
        Pass(seeded, 10);
        seeded.Finish(grain.Instance());
        Pass(seeded, 14);
        seeded.Cluster.TryGetGrainContext(grain.GetGrainId(), out _).ShouldBeTrue();
        Pass(seeded, 2);
        seeded.Cluster.TryGetGrainContext(grain.GetGrainId(), out _).ShouldBeFalse();
        Journal.Of(name).Lines[^1].ShouldBe("deactivated ActivationIdle");
    }

    [Fact]
    public async Task a_delayed_deactivation_waits()
    {
        await using var seeded = await SeededCluster.Start(2);
        var grain = seeded.Grains.GetGrain<ILifeGrain>(nameof(a_delayed_deactivation_waits));
        _ = grain.Keep(60 * Minute);
        Pass(seeded, 59);
        seeded.Cluster.TryGetGrainContext(grain.GetGrainId(), out _).ShouldBeTrue();
        Pass(seeded, 2);
        seeded.Cluster.TryGetGrainContext(grain.GetGrainId(), out _).ShouldBeFalse();
    }

    [Fact]
    public async Task a_class_may_have_an_age_of_its_own()
    {
        await using var seeded = await SeededCluster.Start(3, static silo => silo.Configure<GrainCollectionOptions>(
            static one => one.ClassSpecificCollectionAge[typeof(LifeGrain).FullName!] = 3 * Minute));
        var grain = seeded.Grains.GetGrain<ILifeGrain>(nameof(a_class_may_have_an_age_of_its_own));
        seeded.Finish(grain.Instance());
        Pass(seeded, 4);
        seeded.Cluster.TryGetGrainContext(grain.GetGrainId(), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_timer_keeps_its_grain_only_if_it_says_so(bool keepAlive)
    {
        await using var seeded = await SeededCluster.Start(4);
        var grain = seeded.Grains.GetGrain<IBeatingGrain>(
            $"{nameof(a_timer_keeps_its_grain_only_if_it_says_so)}{keepAlive}");
        _ = grain.Beat(keepAlive);
        Pass(seeded, 60);
        seeded.Cluster.TryGetGrainContext(grain.GetGrainId(), out _).ShouldBe(keepAlive);
    }

    private static void Pass(SeededCluster seeded, int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            seeded.Executor.RunUntilIdle();
            seeded.Time.Advance(Minute);
        }

        seeded.Executor.RunUntilIdle();
    }
}
