using System.Globalization;
using Actors.Smtp.Server;
using Actors.SmtpServerBenchmark;
using Microsoft.Extensions.Logging.Abstractions;

// The SMTP server alone, accepting everything. "memory" (default): CPU a message, without sockets. "sockets": the same
// over loopback. "beside [messages, default 10000] [rounds, default 5]": transactions a second beside Postfix'
// smtp-sink. "idle [connections, default 5000]": memory of idle connections. The middle two need Postfix' smtp-source.
Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
var receiver = new AcceptingReceiver();
var options = new SmtpServerOptions
{
    Security = SmtpSecurity.None,
    OffersAuthentication = false,
    ConnectionsPerAddressMax = 100_000,
};
using var server = new SmtpServer(options, receiver, TimeProvider.System, NullLogger<SmtpServer>.Instance);
switch (args)
{
    case ["sockets"]:
        await SocketRun.RunAsync(server, receiver);
        break;
    case ["beside", ..]:
        await using (var host = await SocketRun.HostAsync(server))
            await BesideRun.RunAsync(SocketRun.PortOf(host), Number(1, 10_000), Number(2, 5));
        break;
    case ["idle", ..]:
        await using (var host = await SocketRun.HostAsync(server))
            await IdleRun.RunAsync(SocketRun.PortOf(host), Number(1, 5_000));
        break;
    default:
        await MemoryRun.RunAsync(server, receiver);
        break;
}

int Number(int at, int standard) =>
    args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : standard;
