using Actors.Grains.Contacts;
using Actors.Grains.Couriers;
using Actors.Grains.Destinations;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Ports;
using Actors.Grains.Queries;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Mail.Authentication.Domains.Records;
using Actors.Storage;
using Actors.Storage.Secrets;
using Actors.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Grains.Tests.Stored;

/// <summary>Silos on threads and the system's clock, over one real store in a folder of its own: two on Orleans, and
/// the one that the embedded engine has.</summary>
internal sealed class StoredWorld : IAsyncDisposable
{
#if ORLEANS
    public const int Silos = 2;
#else
    public const int Silos = 1;
#endif

    private readonly string folder = Directory.CreateTempSubdirectory("actors-grains-").FullName;
    private readonly SeededIds ids = new(7);
    private readonly LifecycleOptions lifecycle;
    private readonly InProcessTestCluster cluster;
    private Store store;
    private volatile bool hasLostSilos;

    public StoredWorld(LifecycleOptions? lifecycle = null)
    {
        this.lifecycle = lifecycle ?? new LifecycleOptions();
        store = Open();
        var builder = new InProcessTestClusterBuilder(Silos);
        builder.ConfigureSilo((options, silo) =>
        {
            silo.AddReminders();
            silo.AddActorsStorage(new StorageOptions { Folder = folder });
            silo.Services.AddSingleton(store); // the one that all silos share
            silo.Services.Configure<SiloMessagingOptions>(calls => calls.ResponseTimeout = Patience.Max);
#if ORLEANS
            silo.Services.AddSingleton<PlacementStrategy>(new RandomPlacement()); // else by load, perhaps all on one
#endif
            silo.AddIncomingGrainCallFilter(new CallLog(options.SiloName, Calls));
            Register(silo.Services);
        });
        cluster = builder.Build();
    }

    /// <summary>How receiving sites answer; asked on any thread.</summary>
    public Func<DeliveryOrder, Answer> Answers { get; set; } = _ => Answer.Ok;

    public CallBook Calls { get; } = new();

    public IMessageReader Reader => store.Messages;

    public ISmtpAccountGrain SmtpAccount =>
        Grains.GetGrain<ISmtpAccountGrain>(new AccountKey(Shop.Tenant, Shop.Account).ToString());

    /// <summary>A silo's own: a client of Orleans takes its time to find silos that replaced all it knew.</summary>
    public IGrainFactory Grains => cluster.GetSiloServiceProvider().GetRequiredService<IGrainFactory>();

    public async Task Start()
    {
        await cluster.DeployAsync();
        await Shop.Open(Grains);
        await StartOutboxes();
    }

    public async Task<MessageKey> Send(SubmitCommand? command = null) =>
        new(Shop.Tenant, new MessageId((await Submit(command ?? Shop.Mail()))
            .ShouldBeOfType<SubmitResult.Accepted>().Receipt.Id, 0));

    public Task<SubmitResult> Submit(SubmitCommand command)
    {
        var bytes = new byte[10];
        ids.Fill(bytes);
        var key = command.Idempotency is { } mark
            ? SubmissionKeys.Of(Shop.Tenant, mark.Key)
            : SubmissionKeys.Of(Shop.Tenant, SubmissionId.Create(TimeProvider.System.GetUtcNow(), bytes));
        return Grains.GetGrain<ISubmissionGrain>(key).Submit(command);
    }

    /// <returns>The first other message in the log, as soon as there is one.</returns>
    public async Task<MessageKey> OtherThan(MessageKey message)
    {
        using var limit = Patience.Limit();
        for (var seen = 0L; ;)
        {
            var page = (await store.Events.Read(message.Tenant, 0, 1_000)).ShouldNotBeNull();
            foreach (var happened in page.Events)
                if (happened.Message is { } other && other != message.Message)
                    return new MessageKey(message.Tenant, other);
            seen = Math.Max(seen, page.Last);
            await store.Events.WaitFor(message.Tenant, seen, limit.Token);
        }
    }

    /// <returns>What happened to the message, as soon as the last of it is that event.</returns>
    public async Task<string[]> EventsUntil(string type, MessageKey message)
    {
        using var limit = Patience.Limit();
        for (var seen = 0L; ;)
        {
            var page = (await store.Events.Read(message.Tenant, 0, 1_000)).ShouldNotBeNull();
            string[] types = [.. page.Events.Where(e => e.Message == message.Message).Select(e => e.Type)];
            if (types is [.., { } last] && last == type)
                return types;
            seen = Math.Max(seen, page.Last);
            await store.Events.WaitFor(message.Tenant, seen, limit.Token);
        }
    }

    /// <summary>Waits until the message has ended or is held.</summary>
    public async Task Rests(MessageKey message)
    {
        using var limit = Patience.Limit();
        while (true)
        {
            var seen = (await store.Events.Read(message.Tenant, 0, 1_000)).ShouldNotBeNull().Last;
            var phase = (await Reader.Message(message.Tenant, message.Message)).ShouldNotBeNull().Phase;
            if (phase == MessagePhase.Held || phase.IsTerminal())
                return;
            await store.Events.WaitFor(message.Tenant, seen, limit.Token);
        }
    }

    /// <returns>In the order they were accepted.</returns>
    public async Task<MessageView[]> MessagesOf(TenantId tenant)
    {
        var log = (await store.Events.Read(tenant, 0, 1_000)).ShouldNotBeNull().Events;
        var accepted = log.Where(happened => happened.Type == "message.accepted");
        return await Task.WhenAll(accepted.Select(
            async one => (await Reader.Message(tenant, one.Message)).ShouldNotBeNull()));
    }

    /// <summary>One process of several ends without a word.</summary>
    public Task KillOne()
    {
        hasLostSilos = true;
        return cluster.KillSiloAsync(cluster.Silos[^1]);
    }

    /// <summary>All processes end without a word, and others start over the same store.</summary>
    public async Task Crash()
    {
        hasLostSilos = true;
        foreach (var silo in cluster.Silos.ToArray())
            await cluster.KillSiloAsync(silo);
        store.Dispose();
        store = Open();
        for (var i = 0; i < Silos; i++)
            await cluster.StartAdditionalSiloAsync();
        await StartOutboxes();
    }

    public async ValueTask DisposeAsync()
    {
        hasLostSilos = true;
        await cluster.DisposeAsync();
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Store Open() => Store.Open(new StorageOptions { Folder = folder }, TimeProvider.System);

    private async Task StartOutboxes()
    {
        for (var partition = 0; partition < OutboxPartitions.Count; partition++)
            await Grains.GetGrain<IOutboxGrain>(OutboxPartitions.KeyOf(partition)).Start();
    }

    private void Register(IServiceCollection services)
    {
        services.AddSingleton<IRouting, Routing>();
        services.AddSingleton<IDeliveries>(silo => new ThreadedSites(
            silo.GetRequiredService<IGrainFactory>(), lifecycle, order => Answers(order), () => hasLostSilos));
        services.AddSingleton<IChance, EvenChance>();
        services.AddSingleton<IIdSource>(ids);
        services.AddSingleton<IEgressGuard, OpenGuard>();
        services.AddSingleton<IAccountChecks, AccountChecks>();
        services.AddSingleton<ISecretBox>(new SecretBox(SecretKeys.Of(1, new byte[SecretKeys.KeyLength]), ids));
        services.AddSingleton<IPlatformDirectory, NoDirectory>();
        services.AddSingleton(lifecycle);
        services.AddSingleton(new ContactOptions());
        services.AddSingleton(new CourierOptions());
        services.AddSingleton(new DestinationOptions());
        services.AddSingleton<IPublicUrl, ExamplePublicUrl>();
        services.AddSingleton<LinkIssuer>();
        services.AddSingleton<HeldMail>();
        services.AddSingleton<UnsignedMail>();
        services.AddSingleton(Domains.Registered.Options);
        services.AddSingleton<DomainSurroundings>();
        services.AddSingleton<IDomainWorks>(silo => new ScriptedDns(
            () => silo.GetRequiredService<IGrainFactory>(), work => _ = work())
        { Script = _ => RecordState.Found });
        services.AddSingleton<IDomainDirectory, NoDomainDirectory>();
        services.AddSenders();
    }
}
