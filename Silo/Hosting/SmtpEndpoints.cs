using System.Net;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;
using Actors.Mail.Reports;
using Actors.Silo.Configuration;
using Actors.Silo.Inbound;
using Actors.Silo.Platform;
using Actors.Silo.Sandbox;
using Actors.Silo.Submission;
using Actors.Silo.Tls;
using Actors.Smtp.Server;
using Actors.Smtp.Server.Guarding;
using Microsoft.AspNetCore.Connections;

namespace Actors.Silo.Hosting;

/// <summary>Makes the listeners: submission with STARTTLS and with implicit TLS, inbound, and the sandbox.</summary>
public sealed class SmtpEndpoints(
    SiloSettings settings,
    IConnectionListenerFactory sockets,
    IGrainFactory grains,
    PlatformDirectory platform,
    SandboxReceiver sandbox,
    InboundReceiver inbound,
    CertificateStore certificates,
    IIdSource chance,
    TimeProvider time,
    ILoggerFactory logs)
{
    /// <summary>Who guesses at one listener is known at the other.</summary>
    private readonly SmtpGuards guards = new(
        time,
        new LoginGuardOptions { FreeFailures = settings.Submission.FailedLoginsFree },
        settings.Submission.ConnectionsPerAccountMax);

    public SmtpListener Submission(SmtpSecurity security) => Listener(
        new SubmissionReceiver(grains, platform, chance, time, HostName()),
        new SmtpServerOptions
        {
            HostName = settings.HostName,
            Security = security,
            Tls = certificates.Tls,
            OffersDsn = true,
            MessageBytesMax = settings.Submission.MessageBytesMax,
            ConnectionsMax = settings.Submission.ConnectionsMax,
            ConnectionsPerAddressMax = settings.Submission.ConnectionsPerAddressMax,
            RecipientsMax = settings.Submission.RecipientsMax,
            LoginTimeout = TimeSpan.FromSeconds(settings.Submission.LoginSeconds),
            IdleTimeout = TimeSpan.FromSeconds(settings.Submission.IdleSeconds),
            TransactionTimeout = TimeSpan.FromSeconds(settings.Submission.TransactionSeconds),
            SessionTimeout = TimeSpan.FromSeconds(settings.Submission.SessionSeconds),
        });

    /// <summary>Without AUTH: the receiver decides about every recipient.</summary>
    public SmtpListener Inbound() => Listener(inbound, new SmtpServerOptions
    {
        HostName = settings.HostName,
        Security = SmtpSecurity.StartTls,
        Tls = certificates.Tls,
        OffersAuthentication = false,
        RecipientsNeedAuthentication = false,
        MessageBytesMax = ReportLimits.MailOctetsMax,
        TextLineBytesMax = 0, // reports are read as they come
        ConnectionsMax = settings.Inbound.ConnectionsMax,
        ConnectionsPerAddressMax = settings.Inbound.ConnectionsPerAddressMax,
        IdleTimeout = TimeSpan.FromSeconds(settings.Inbound.IdleSeconds),
        TransactionTimeout = TimeSpan.FromSeconds(settings.Inbound.TransactionSeconds),
        SessionTimeout = TimeSpan.FromSeconds(settings.Inbound.SessionSeconds),
    });

    public SmtpListener Sandbox() => Listener(sandbox, new SmtpServerOptions
    {
        HostName = "sandbox",
        Security = SmtpSecurity.None,
        OffersAuthentication = false,
        RecipientsNeedAuthentication = false,
        OffersDsn = true,
        MessageBytesMax = 1024 * 1024 * 1024,
        ConnectionsPerAddressMax = 10_000,
    });

    /// <exception cref="FormatException">The text is no address and port.</exception>
    public static IPEndPoint EndPoint(string listen) => IPEndPoint.Parse(listen);

    private DomainName HostName() => DomainName.TryParse(settings.HostName, out var name)
        ? name
        : throw new FormatException($"HostName '{settings.HostName}' is not a host name.");

    private SmtpListener Listener(ISmtpReceiver receiver, SmtpServerOptions options) => new(
        sockets,
        new SmtpServer(options, receiver, time, logs.CreateLogger<SmtpServer>(), guards),
        logs.CreateLogger<SmtpListener>());
}
