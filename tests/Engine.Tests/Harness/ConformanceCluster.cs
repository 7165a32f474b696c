using Actors.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Engine.Tests.Harness;

/// <summary>One silo with virtual time, shared by the tests of a class. Each test uses grain keys of its own.</summary>
public sealed class ConformanceCluster : IAsyncLifetime
{
#if ORLEANS
    // It runs on a clock no test can move. Calls that are to time out have a shorter one of their own.
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromHours(1);
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
            // What Orleans does for itself goes on in real time; what a grain or a caller sees does not.
            silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            silo.Services.AddKeyedSingleton<TimeProvider>(
                Orleans.Reminders.ReminderTimeProviderNames.Reminders, new ThreadedTime(Time));
            silo.Configure<ReminderOptions>(reminders =>
            {
                // All of them are in memory: one that is loaded late ticks late.
                reminders.ReminderLoadingWindow = TimeSpan.FromDays(10);
                reminders.RefreshReminderListPeriod = TimeSpan.FromDays(10);
            });
            silo.Configure<SiloMessagingOptions>(one => one.ResponseTimeout = ResponseTimeout);
#endif
        });
#if ORLEANS
        builder.ConfigureClient(client =>
            client.Configure<ClientMessagingOptions>(one => one.ResponseTimeout = ResponseTimeout));
#endif
        Cluster = builder.Build();
        await Cluster.DeployAsync();
    }

    public async Task DisposeAsync() => await Cluster.DisposeAsync();

    /// <summary>Lets the default response time-out pass, for every call that is open now.</summary>
    public void LetCallsTimeOut() => Time.Advance(new SiloMessagingOptions().ResponseTimeout);

#if ORLEANS
    /// <summary>Rings on the pool: a delay that ends a fraction of a millisecond early is asked for again until the
    /// clock has moved on, which on the thread that moves it would be never.</summary>
    private sealed class ThreadedTime(TimeProvider time) : TimeProvider
    {
        public override long TimestampFrequency => time.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

        public override long GetTimestamp() => time.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            time.CreateTimer(one => ThreadPool.QueueUserWorkItem(_ => callback(one)), state, dueTime, period);
    }
#endif
}
