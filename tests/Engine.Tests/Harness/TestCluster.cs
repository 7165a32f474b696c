using Actors.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Engine.Tests.Harness;

/// <summary>One silo with virtual time, shared by the tests of a class. Each test uses grain keys of its own.</summary>
public sealed class TestCluster : IAsyncLifetime
{
#if ORLEANS
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(2);
#else
    public static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);
#endif

    public ManualTime Time { get; } = new();

    public InProcessTestCluster Cluster { get; private set; } = null!;

    public IGrainFactory Grains => Cluster.Client;

    public async Task InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("memory");
            silo.UseInMemoryReminderService();
            silo.AddIncomingGrainCallFilter<StampingFilter>();
            silo.Services.AddSingleton<TimeProvider>(Time);
#if ORLEANS
            silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            silo.Services.AddKeyedSingleton<TimeProvider>("Orleans.Reminders", Time);
            silo.Configure<Orleans.Configuration.SiloMessagingOptions>(one => one.ResponseTimeout = ResponseTimeout);
#endif
        });
#if ORLEANS
        builder.ConfigureClient(client => client.Configure<Orleans.Configuration.ClientMessagingOptions>(
            one => one.ResponseTimeout = ResponseTimeout));
#endif
        Cluster = builder.Build();
        await Cluster.DeployAsync();
    }

    public async Task DisposeAsync() => await Cluster.DisposeAsync();

    /// <summary>Lets the response time-out pass for every call that is open now. Real time on Orleans.</summary>
    public void LetCallsTimeOut()
    {
#if !ORLEANS
        Time.Advance(ResponseTimeout);
#endif
    }
}
