using System.Net;
using Actors.Silo.Sandbox;

namespace Actors.Silo.Hosting;

/// <summary>Runs the built-in receiver on a free port of loopback: before the first delivery, until after the
/// last.</summary>
public sealed class SandboxHost(SmtpEndpoints endpoints, SandboxAddress address) : IHostedService, IAsyncDisposable
{
    private readonly SmtpListener listener = endpoints.Sandbox();

    public async Task StartAsync(CancellationToken cancellationToken) =>
        address.EndPoint = await listener.Start(new IPEndPoint(IPAddress.Loopback, 0), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => listener.Drain(cancellationToken);

    public ValueTask DisposeAsync() => listener.DisposeAsync();
}
