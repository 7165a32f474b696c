using System.Diagnostics;
using System.Globalization;
using System.Net;
using Actors.Smtp.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Actors.SmtpServerBenchmark;

/// <summary>Postfix' smtp-source over Kestrel's sockets: 20 sessions, one connection a message, 2 kB.</summary>
internal static class SocketRun
{
    private const int Messages = 20_000;

    public static async Task RunAsync(SmtpServer server, AcceptingReceiver receiver)
    {
        await using var host = await HostAsync(server);
        var port = PortOf(host);
        await SourceAsync(port);
        var before = (Cpu: Cpu(), receiver.Messages, Watch: Stopwatch.StartNew());
        await SourceAsync(port);
        var messages = receiver.Messages - before.Messages;
        Console.WriteLine(
            $"sockets: {messages} messages, {(Cpu() - before.Cpu).TotalMicroseconds / messages:F1} us CPU of the "
            + $"server a message, {messages / before.Watch.Elapsed.TotalSeconds:F0} messages a second");
        await host.StopAsync();
    }

    public static int PortOf(WebApplication host)
    {
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Uri(addresses.Single()).Port;
    }

    /// <summary>On sockets as the silo has them: dialogues go on where their bytes arrive.</summary>
    public static async Task<WebApplication> HostAsync(SmtpServer server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.WebHost.ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseSmtp(server)));
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static TimeSpan Cpu()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private static async Task SourceAsync(int port)
    {
        var arguments = string.Create(
            CultureInfo.InvariantCulture,
            $"-s 20 -m {Messages} -l 2048 -f a@example.org -t b@example.net -M client.example 127.0.0.1:{port}");
        using var source = Process.Start("smtp-source", arguments);
        await source.WaitForExitAsync();
    }
}
