using System.Net;
using Actors.Smtp.Server;
using Actors.Smtp.Tests.Transcripts;
using Actors.Smtp.Tls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Smtp.Tests.Server;

/// <summary>A server on real sockets of the loopback interface, on a free port.</summary>
internal sealed class ListeningServer : IAsyncDisposable
{
    private readonly WebApplication host;

    private ListeningServer(WebApplication host, SmtpServer server, int port) =>
        (this.host, Server, Port) = (host, server, port);

    public SmtpServer Server { get; }

    public int Port { get; }

    public static async Task<ListeningServer> StartAsync(
        ISmtpReceiver receiver, SmtpSecurity security, Action<SmtpServerOptions>? configure = null)
    {
        var options = new SmtpServerOptions
        {
            HostName = TestCertificate.HostName,
            Security = security,
            Tls = new ServerTls(TestCertificate.Context),
        };
        configure?.Invoke(options);
        var server = new SmtpServer(options, receiver, TimeProvider.System, NullLogger<SmtpServer>.Instance);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseSmtp(server)));
        var host = builder.Build();
        await host.StartAsync();
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        return new(host, server, new Uri(address).Port);
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await Server.DrainAsync(limit.Token);
        await host.DisposeAsync();
        Server.Dispose();
    }
}
