using Actors.Grains.Platform;

namespace Actors.Silo.Platform;

/// <summary>Reads the operator's settings before anything is delivered or taken, and then once a second, for changes
/// made through another process.</summary>
public sealed class PlatformPolling(
    IGrainFactory grains, PlatformDirectory directory, TimeProvider time, ILogger<PlatformPolling> log)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <remarks>Without routes and live delivery known, what is due at the start would be held, and trusted networks be
    /// strangers.</remarks>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Read();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        // Ends without an exception: after a start that failed elsewhere the host would call one a critical fault.
        await using var stop = stoppingToken.UnsafeRegister(static timer => ((PeriodicTimer)timer!).Dispose(), timer);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                await Read();
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return; // the grains have ended, too
            }
            catch (Exception fault)
            {
                log.LogWarning(fault, "the platform's settings could not be read; the last ones stay in force");
            }
        }
    }

    private async Task Read() =>
        directory.Update(await grains.GetGrain<IPlatformGrain>(PlatformKey.Value).Settings());
}
