using Actors.Grains.Alarms;
using Actors.Grains.Outbox;
using Actors.Grains.Platform;
using Actors.Silo.Configuration;
using Actors.Silo.Delivery;
using Actors.Smtp.Client;

namespace Actors.Silo.Hosting;

/// <summary>Starts the clocks, and at the end waits for dialogues under way.</summary>
public sealed class DeliveryHost(
    IGrainFactory grains,
    Deliveries deliveries,
    ConnectionPool connections,
    SiloSettings settings,
    TimeProvider time,
    ILogger<DeliveryHost> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await grains.GetGrain<IAlarmClockGrain>(PlatformKey.Value).Start();
        for (var partition = 0; partition < OutboxPartitions.Count; partition++)
            await grains.GetGrain<IOutboxGrain>(OutboxPartitions.KeyOf(partition)).Start();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        log.LogInformation("waiting up to {Seconds} s for deliveries under way", settings.DrainSeconds);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.DrainSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await deliveries.Drain(either.Token);
        await connections.DisposeAsync();
    }
}
