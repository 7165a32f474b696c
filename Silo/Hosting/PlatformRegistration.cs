using System.Net;
using Actors.Dns;
using Actors.Dns.MailExchange;
using Actors.Grains.Contacts;
using Actors.Grains.Couriers;
using Actors.Grains.Destinations;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Ports;
using Actors.Grains.Senders;
using Actors.Grains.Unsubscribing;
using Actors.Mail.Addresses;
using Actors.Silo.Chance;
using Actors.Silo.Configuration;
using Actors.Silo.Delivery;
using Actors.Silo.Domains;
using Actors.Silo.FirstStart;
using Actors.Silo.Inbound;
using Actors.Silo.Platform;
using Actors.Silo.Sandbox;
using Actors.Silo.Secrets;
using Actors.Silo.Signing;
using Actors.Silo.Tls;
using Actors.Smtp.Client;
using Actors.Storage;
using Actors.Storage.Secrets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Actors.Silo.Hosting;

/// <summary>Registers what the grains need and what runs beside them.</summary>
internal static class PlatformRegistration
{
    /// <summary>Grains, store and the way out; nothing of it listens.</summary>
    public static void AddPlatform(this IHostApplicationBuilder builder, SiloSettings settings)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SystemChance>();
        services.AddSingleton<IIdSource>(all => all.GetRequiredService<SystemChance>());
        services.AddSingleton<IChance>(all => all.GetRequiredService<SystemChance>());
        services.AddSingleton(new LifecycleOptions
        {
            MessageBytesMax = settings.Submission.MessageBytesMax,
            FeedbackSender = settings.Delivery.FeedbackSender,
            HostName = settings.HostName,
            PlatformMailFrom = EmailAddress.TryParse(settings.Platform.MailFrom, out var from) ? from : null,
            Operator = EmailAddress.TryParse(settings.Inbound.Operator, out var named) ? named : null,
#if ORLEANS
            RecordAttempts = true, // while a silo is taken for dead, a message may be in memory twice
#endif
        });
        services.AddSingleton(settings.Contacts.Options());
        services.AddSingleton(new CourierOptions { ConnectionsMax = settings.Delivery.ConnectionsMax });
        services.AddSingleton(new DestinationOptions { ConnectionsMax = settings.Delivery.ConnectionsPerSiteMax });
        services.AddSingleton<IPublicUrl, PublicUrl>();
        services.AddSingleton<LinkIssuer>();
        services.AddSingleton(all => new UnsubscribeLinks(
            () => MacKeyFile.Unsubscribing.LoadOrCreate(settings.Data, all.GetRequiredService<IIdSource>()),
            all.GetRequiredService<IPublicUrl>()));
        services.AddSingleton<IUnsubscribeLinks>(all => all.GetRequiredService<UnsubscribeLinks>());
        services.AddSingleton<HeldMail>();
        services.AddSingleton<UnsignedMail>();
        services.AddSingleton<Beginning>();
        services.AddSingleton<ISecretBox>(all => new SecretBox(
            SecretKeyFile.LoadOrCreate(settings.Data, settings.Secrets.Key, all.GetRequiredService<IIdSource>()),
            all.GetRequiredService<IIdSource>()));
        services.AddSingleton<PlatformDirectory>();
        services.AddSingleton<IPlatformDirectory>(all => all.GetRequiredService<PlatformDirectory>());
        services.AddStorage(new StorageOptions { Folder = settings.Data, RetentionDays = settings.RetentionDays });
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(settings.Orleans.SiloPort, settings.Orleans.GatewayPort).AddReminders());
        services.AddDelivery(settings);
    }

    private static void AddDelivery(this IServiceCollection services, SiloSettings settings)
    {
        var guard = new AddressGuard(settings.Delivery.Networks());
        services.AddSingleton(guard);
        services.AddSingleton<IEgressGuard, EgressGuard>();
        services.AddSingleton<Random>(new SecureRandom());
        services.AddSingleton(new ResolverOptions { Servers = settings.Delivery.Servers() });
        services.AddSingleton<IResolver, StubResolver>();
        services.AddSingleton(new MailExchangerOptions
        {
            OwnNames = [settings.HostName],
            Families = settings.Delivery.Families(),
        });
        services.AddSingleton<MailExchangers>();
        services.AddSingleton(new DeliveryIdentity(
            DomainName.TryParse(settings.HostName, out var name) ? name : throw new FormatException("HostName"),
            settings.Delivery.Source(),
            settings.Delivery.ProxyServer()));
        services.AddSingleton(new SmtpClientOptions
        {
            IdlePerEndpointMax = settings.Delivery.ConnectionsPerSiteMax,
        });
        services.AddSingleton<ConnectionPool>();
        services.AddSingleton<SandboxAddress>();
        services.AddSingleton<DialogueLog>();
        services.AddSingleton(all => new Senders(
            Sender(all, guard), Sender(all, new AddressGuard([IPNetwork.Parse("127.0.0.0/8")])),
            all.GetRequiredService<DialogueLog>()));
        services.AddSingleton<ReturnPaths>();
        services.AddDomains(settings);
        services.AddSigning();
        services.AddOwnServers();
        services.AddSingleton<NextHops>();
        services.AddSingleton<IRouting>(all => all.GetRequiredService<NextHops>());
        services.AddSingleton<Consent>();
        services.AddSingleton<AttemptMaker>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<IDeliveries>(all => all.GetRequiredService<Deliveries>());
    }

    private static void AddSigning(this IServiceCollection services)
    {
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<SigningIdentities>();
        services.AddSingleton<OutgoingSignatures>();
        services.AddSingleton<SenderCertificates>();
        services.AddSingleton<ISenderDirectory>(all => all.GetRequiredService<SenderCertificates>());
        services.AddSingleton<SenderDomains>();
        services.AddSingleton<AuthorProof>();
        services.AddSingleton<SenderNames>();
    }

    private static void AddDomains(this IServiceCollection services, SiloSettings settings)
    {
        services.AddSingleton(settings.Domains());
        services.AddSingleton<DomainSurroundings>();
        services.AddSingleton<ZoneKeeper>();
        services.AddSingleton<CheckResolver>();
        services.AddSingleton<IDomainWorks, DomainWorks>();
        services.AddSingleton<SendingDomains>();
        services.AddSingleton<IDomainDirectory>(all => all.GetRequiredService<SendingDomains>());
        services.AddSingleton<IZoneExport, ZoneExport>();
    }

    private static void AddOwnServers(this IServiceCollection services)
    {
        services.AddSingleton<HostLookup>();
        services.AddSingleton<OwnServers>();
        services.AddSingleton<ServerTrouble>();
        services.AddSingleton<IAccountChecks, AccountChecks>();
    }

    private static void AddInbound(this IServiceCollection services)
    {
        services.AddSingleton<InboundNames>();
        services.AddSingleton<InboundDirectory>();
        services.AddSingleton<InboundReports>();
        services.AddSingleton<OperatorLetters>();
        services.AddSingleton<InboundDesk>();
        services.AddSingleton<InboundReceiver>();
    }

    /// <summary>In the order they start; they stop in the opposite one.</summary>
    public static void AddListeners(this IServiceCollection services)
    {
        services.AddSingleton<IConnectionListenerFactory>(all => new SocketTransportFactory(
            Options.Create(new SocketTransportOptions { UnsafePreferInlineScheduling = true }),
            all.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<CertificateStore>();
        services.AddInbound();
        services.AddSingleton<SandboxReports>();
        services.AddSingleton<SandboxReceiver>();
        services.AddSingleton<SmtpEndpoints>();
        services.AddSingleton<BoundEndpoints>();
        services.AddHostedService<SecretProof>();
        services.AddHostedService<PlatformPolling>();
        services.AddHostedService<InboundHost>();
        services.AddHostedService(all => all.GetRequiredService<SandboxReports>());
        services.AddHostedService<SandboxHost>();
        services.AddHostedService<PlatformAccountHost>();
        services.AddHostedService<PlatformDomainHost>();
        services.AddHostedService<DeliveryHost>();
        services.AddHostedService<SubmissionHost>();
    }

    private static SmtpDelivery Sender(IServiceProvider all, AddressGuard guard) => new(
        all.GetRequiredService<SmtpClientOptions>(), all.GetRequiredService<ConnectionPool>(), guard,
        all.GetRequiredService<TimeProvider>());
}
