using System.Net;
using Actors.Smtp.Server;
using Actors.Smtp.Tests.Transcripts;
using Actors.Smtp.Tls;
using Actors.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
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

    /// <param name="time">Null for a clock that stands still: no time-out wins against a slow machine.</param>
    public static async Task<ListeningServer> StartAsync(
        ISmtpReceiver receiver, SmtpSecurity security, Action<SmtpServerOptions>? configure = null,
        TimeProvider? time = null)
    {
        var options = new SmtpServerOptions
        {
            HostName = TestCertificate.HostName,
            Security = security,
            Tls = new ServerTls(TestCertificate.Context),
        };
        configure?.Invoke(options);
        var server = new SmtpServer(options, receiver, time ?? new ManualTime(), NullLogger<SmtpServer>.Instance);
        var builder = WebApplication.CreateEmptyBuilder(new()); // no settings to watch: watchers are few on a machine
        builder.WebHost.UseKestrelCore();
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
        await Server.DrainAsync(CancellationToken.None).Soon();
        await host.DisposeAsync();
        Server.Dispose();
    }
}
