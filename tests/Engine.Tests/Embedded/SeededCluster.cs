using Actors.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Engine.Tests.Embedded;

/// <summary>A cluster whose every turn is taken on the test's thread, in an order the seed decides.</summary>
public sealed class SeededCluster : IAsyncDisposable
{
    private SeededCluster(SeededExecutor executor, InProcessTestCluster cluster, List<string> trace)
    {
        Executor = executor;
        Cluster = cluster;
        Trace = trace;
    }

    public SeededExecutor Executor { get; }

    public InProcessTestCluster Cluster { get; }

    public ManualTime Time { get; } = new();

    /// <summary>Which grain took each turn.</summary>
    public List<string> Trace { get; }

    public IGrainFactory Grains => Cluster.Client;

    public static async Task<SeededCluster> Start(int seed, Action<ISiloBuilder>? configure = null)
    {
        var trace = new List<string>();
        var executor = new SeededExecutor(seed, trace.Add);
        var builder = new InProcessTestClusterBuilder(1);
        var cluster = builder.Build();
        var made = new SeededCluster(executor, cluster, trace);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("memory");
            silo.UseInMemoryReminderService();
            silo.Services.AddSingleton<TimeProvider>(made.Time);
            silo.Services.AddSingleton<ITurnExecutor>(executor);
            configure?.Invoke(silo);
        });
        await cluster.DeployAsync();
        return made;
    }

    /// <summary>Runs all turns there are and expects the call to be over after them.</summary>
    public T Finish<T>(Task<T> call)
    {
        Executor.RunUntilIdle();
        call.IsCompleted.ShouldBeTrue($"seed {Executor.Seed}");
        return call.GetAwaiter().GetResult();
    }

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
