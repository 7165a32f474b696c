using System.Buffers;
using System.Net;
using System.Threading.Channels;
using Actors.Dns;
using Actors.Dns.MailExchange;
using Actors.Grains.Messages;
using Actors.Mail.Addresses;
using Actors.Silo.Commands;
using Actors.Silo.Delivery;
using Actors.Silo.Hosting;
using Actors.Smtp.Client;

namespace Actors.Silo.Sandbox;

/// <summary>What servers of the world send back after they have taken a message: bounces and complaints of the
/// sandbox's own, over SMTP to the inbound listener like theirs.</summary>
/// <remarks>In memory: a report that a restart loses is one that a server of the world forgot.</remarks>
public sealed class SandboxReports(
    BoundEndpoints bound, DeliveryIdentity identity, LifecycleOptions options, SmtpClientOptions client,
    ConnectionPool pool, TimeProvider time, ILogger<SandboxReports> log) : BackgroundService
{
    /// <summary>Reports that wait; a message whose report finds no place is not taken yet.</summary>
    public const int WaitingMax = 10_000;

    /// <summary>Tries of one report.</summary>
    private const int TriesMax = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<SandboxReport> waiting = Channel.CreateBounded<SandboxReport>(WaitingMax);

    /// <summary>Whether anybody takes reports.</summary>
    public bool IsOn => bound.Inbound is not null;

    /// <summary>The domain that return paths of mail to the sandbox are at, and whose abuse@ gets complaints.</summary>
    private DomainName Paths => DomainName.Parse(ReturnPaths.SandboxName(options));

    /// <returns>False where too many wait.</returns>
    public bool TryAdd(SandboxReport report) => waiting.Writer.TryWrite(report);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var report in waiting.Reader.ReadAllAsync(stoppingToken))
                await TrySend(report, stoppingToken);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // what waits is forgotten, see above
        }
    }

    /// <summary>One that cannot be sent stops neither the others nor the server.</summary>
    private async Task TrySend(SandboxReport report, CancellationToken stop)
    {
        try
        {
            await Send(report, stop);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            log.LogError(fault, "the sandbox' report about a message to {Recipient} was not sent", report.Recipient);
        }
    }

    /// <summary>Tried again where it comes too early: before the outcome of the delivery is stored.</summary>
    private async Task Send(SandboxReport report, CancellationToken stop)
    {
        if (bound.Inbound is not { } listener)
            return;
        var endPoint = Reachable.EndPoint(listener);
        var (to, content) = Write(report);
        var message = new OutgoingMessage(ReversePath.Null, [ForwardPath.Of(to)], [content]);
        var route = new DeliveryRoute([new MailHost(Paths.Ascii, 0, [endPoint.Address])], identity.HelloName)
        {
            Port = endPoint.Port,
            Tls = TlsPolicy.None,
        };
        var network = new IPNetwork(endPoint.Address, endPoint.Address.GetAddressBytes().Length * 8);
        var delivery = new SmtpDelivery(client, pool, new AddressGuard([network]), time);
        for (var tries = 1; ; tries++)
        {
            var reply = (await delivery.Send(route, message, stop)).Recipients[0].Reply;
            if (reply.IsPositive)
                return;
            if (!reply.IsTransient || tries == TriesMax)
            {
                log.LogWarning("the sandbox' report to {To} was not taken: {Reply}", to, reply);
                return;
            }
            await Task.Delay(Pause, time, stop);
        }
    }

    private (EmailAddress To, ReadOnlyMemory<byte> Content) Write(SandboxReport report)
    {
        var output = new ArrayBufferWriter<byte>();
        var to = report.IsComplaint
            ? SandboxReportWords.Complaint(report, EmailAddress.Parse($"abuse@{Paths.Ascii}"), options, output)
            : SandboxReportWords.Bounce(report, options, output);
        return (to, output.WrittenMemory);
    }
}

/// <summary>What is to be sent back of a message.</summary>
/// <param name="Id">Of the mail as the sandbox keeps it.</param>
/// <param name="IsComplaint">Else a bounce, which needs a reverse path.</param>
public sealed record SandboxReport(
    string Id, bool IsComplaint, ReversePath From, EmailAddress Recipient, DateTimeOffset ArrivedAt,
    ReadOnlyMemory<byte> Original);
