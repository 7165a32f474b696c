using System.Net;
using Actors.Silo.Configuration;
using Actors.Smtp.Server;

namespace Actors.Silo.Hosting;

/// <summary>Runs the submission listeners. They are the last to start and the first to stop.</summary>
public sealed class SubmissionHost(
    SmtpEndpoints endpoints, SiloSettings settings, BoundEndpoints bound, ILogger<SubmissionHost> log)
    : IHostedService, IAsyncDisposable
{
    private readonly List<SmtpListener> listeners = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        bound.Submission = await Start(settings.Submission.Listen, SmtpSecurity.StartTls, cancellationToken);
        bound.SubmissionTls = await Start(settings.Submission.ListenTls, SmtpSecurity.ImplicitTls, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(listeners.Select(listener => listener.Drain(cancellationToken)));

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in listeners)
            await listener.DisposeAsync();
    }

    private async Task<IPEndPoint?> Start(string listen, SmtpSecurity security, CancellationToken cancellation)
    {
        if (listen.Length == 0)
            return null;
        var listener = endpoints.Submission(security);
        listeners.Add(listener);
        var endPoint = await listener.Start(SmtpEndpoints.EndPoint(listen), cancellation);
        log.LogInformation("SMTP submission listens on {EndPoint} ({Security})", endPoint, security);
        return endPoint;
    }
}
