using Actors.Grains.PlatformMails;

namespace Actors.Silo.Hosting;

/// <summary>Makes what the platform's own mails leave by, at the first start and at that of a data folder from
/// before.</summary>
public sealed class PlatformAccountHost(IGrainFactory grains) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => PlatformAccount.Prepare(grains);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
