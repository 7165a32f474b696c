using System.Net;
using Actors.Silo.Hosting;
using Actors.Smtp.Server;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Actors.Crash.Sinks;

/// <summary>A receiving server on a free port of loopback that outlives the server under test.</summary>
public sealed class Sink : IAsyncDisposable
{
    private readonly SmtpListener listener;
    private readonly SinkReceiver receiver;

    private Sink(SmtpListener listener, SinkReceiver receiver) => (this.listener, this.receiver) = (listener, receiver);

    public int Port { get; private set; }

    public IReadOnlyCollection<Copy> Copies => receiver.Copies;

    /// <summary>Recipients that got at least one copy.</summary>
    public int Recipients => receiver.Recipients;

    /// <summary>Completes with the next copy.</summary>
    public Task Arrival => receiver.Arrival;

    public static async Task<Sink> Start(int seed)
    {
        var receiver = new SinkReceiver(seed);
        var (listener, port) = await Listen(receiver);
        return new Sink(listener, receiver) { Port = port };
    }

    /// <summary>Listens on a free port of loopback, to whoever connects.</summary>
    internal static async Task<(SmtpListener Listener, int Port)> Listen(ISmtpReceiver receiver)
    {
        var options = new SmtpServerOptions
        {
            HostName = "sink.test",
            Security = SmtpSecurity.None,
            RecipientsNeedAuthentication = false,
            ConnectionsPerAddressMax = 10_000,
        };
        var server = new SmtpServer(options, receiver, TimeProvider.System, NullLogger<SmtpServer>.Instance);
        var sockets = new SocketTransportFactory(
            Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var listener = new SmtpListener(sockets, server, NullLogger<SmtpListener>.Instance);
        var endPoint = await listener.Start(new IPEndPoint(IPAddress.Loopback, 0), CancellationToken.None);
        return (listener, endPoint.Port);
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
        await listener.Drain(limit.Token);
        await listener.DisposeAsync();
    }
}
