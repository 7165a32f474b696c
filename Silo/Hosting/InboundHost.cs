using Actors.Silo.Configuration;

namespace Actors.Silo.Hosting;

/// <summary>Runs the listener for bounces and complaints: up before anything is delivered, until after the last
/// delivery.</summary>
public sealed class InboundHost(
    SmtpEndpoints endpoints, SiloSettings settings, BoundEndpoints bound, ILogger<InboundHost> log)
    : IHostedService, IAsyncDisposable
{
    private SmtpListener? listener;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Inbound.Listen.Length == 0)
            return;
        listener = endpoints.Inbound();
        bound.Inbound = await listener.Start(SmtpEndpoints.EndPoint(settings.Inbound.Listen), cancellationToken);
        log.LogInformation("bounces and complaints are taken on {EndPoint}", bound.Inbound);
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        listener?.Drain(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => listener?.DisposeAsync() ?? ValueTask.CompletedTask;
}
