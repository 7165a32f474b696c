using Actors.Smtp.Server;
using Actors.SmtpServerBenchmark;
using Microsoft.Extensions.Logging.Abstractions;

// CPU a message of the SMTP server alone. "memory" (default) needs nothing; "sockets" needs Postfix' smtp-source.
var receiver = new AcceptingReceiver();
var options = new SmtpServerOptions { Security = SmtpSecurity.None, OffersAuthentication = false };
using var server = new SmtpServer(options, receiver, TimeProvider.System, NullLogger<SmtpServer>.Instance);
if (args is ["sockets"])
    await SocketRun.RunAsync(server, receiver);
else
    await MemoryRun.RunAsync(server, receiver);
