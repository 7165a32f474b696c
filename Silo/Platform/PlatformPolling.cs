using Actors.Grains.Platform;

namespace Actors.Silo.Platform;

/// <summary>Reads the operator's settings once a second, for changes made through another process.</summary>
public sealed class PlatformPolling(
    IGrainFactory grains, PlatformDirectory directory, TimeProvider time, ILogger<PlatformPolling> log)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                directory.Update(await grains.GetGrain<IPlatformGrain>(PlatformKey.Value).Settings());
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogWarning(fault, "the platform's settings could not be read; the last ones stay in force");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
