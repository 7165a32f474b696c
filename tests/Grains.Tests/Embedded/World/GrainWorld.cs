using System.Collections.Immutable;
using Actors.Grains.Alarms;
using Actors.Grains.Contacts;
using Actors.Grains.Couriers;
using Actors.Grains.Destinations;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Platform;
using Actors.Grains.Ports;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;
using Actors.Storage.Secrets;
using Actors.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Grains.Tests.Embedded.World;

/// <summary>All grains in a silo of their own, on one thread and a clock that only the test moves.</summary>
/// <remarks>Store, wire and clock outlive the silo: <see cref="Crash"/> ends one process and starts the next.</remarks>
internal sealed class GrainWorld : IAsyncDisposable
{
    public static readonly TenantId Shop = Tests.World.Shop.Tenant;
    public static readonly AccountId Account = Tests.World.Shop.Account;

    /// <summary>In which every clock looks what is due.</summary>
    private static readonly TimeSpan Looking = TimeSpan.FromSeconds(61);

    private readonly SeededExecutor executor;
    private readonly HashSet<int> partitions = [];
    private readonly InProcessTestCluster cluster;
    private readonly SeededIds ids = new(7);
    private long submissions;
    private bool ticks;
    private MemoryCounts? counts;

    private GrainWorld(Action<ISiloBuilder>? configure, int seed)
    {
        executor = new SeededExecutor(seed);
        Wire = new RemoteSites(() => Grains, Time);
        Dns = new ScriptedDns(() => Grains, work => Wire.Post(_ => _ = work(), null));
        var builder = new InProcessTestClusterBuilder();
        builder.ConfigureSilo((_, silo) =>
        {
            silo.UseInMemoryReminderService();
            Register(silo.Services);
            configure?.Invoke(silo);
        });
        cluster = builder.Build();
    }

    public ManualTime Time { get; } = new();

    public MemoryStore Store { get; } = new();

    public MemoryCounts Counts => counts ??= new MemoryCounts(Store);

    public Routing Routing { get; } = new();

    public RemoteSites Wire { get; }

    public ScriptedDns Dns { get; }

    public AccountChecks Checks { get; } = new();

    public IGrainFactory Grains => cluster.Client;

    public IPlatformGrain Platform => Grains.GetGrain<IPlatformGrain>(PlatformKey.Value);

    public ICourierGrain Courier => Grains.GetGrain<ICourierGrain>(CourierKey.Default);

    public static async Task<GrainWorld> Start(Action<ISiloBuilder>? configure = null, int seed = 1)
    {
        var world = new GrainWorld(configure, seed);
        await world.cluster.DeployAsync();
        world.AddTenant(Shop);
        return world;
    }

    public void AddTenant(TenantId tenant)
    {
        var grain = Grains.GetGrain<ITenantGrain>(tenant.Value);
        Run(grain.Create(tenant.Value));
        Run(grain.AddSender(new VerifiedSender(DomainName.Parse("shop.example"), null)));
        Run(SmtpAccount(tenant).Create(new SmtpAccountDraft("Shop", MailStream.Transactional, Approved: true)));
    }

    public IMessageGrain Message(MessageKey key) => Grains.GetGrain<IMessageGrain>(key.ToString());

    public ISmtpAccountGrain SmtpAccount(TenantId? tenant = null) =>
        Grains.GetGrain<ISmtpAccountGrain>(new AccountKey(tenant ?? Shop, Account).ToString());

    public bool LiveDeliveryStored =>
        Store.Find<PlatformState>("platform", PlatformKey.Value) is { LiveDelivery: true };

    public bool IsInMemory(MessageKey key) => cluster.TryGetGrainContext(Message(key).GetGrainId(), out _);

    public string[] EventsOf(MessageKey key) =>
        [.. Store.Events.Where(e => e.Message == key).Select(e => e.Event.GetType().Name)];

    public static SubmitCommand Mail(string to = "ann@example.com") => Tests.World.Shop.Mail(to);

    public Task<SubmitResult> Submit(SubmitCommand command, TenantId? tenant = null)
    {
        var owner = tenant ?? Shop;
        var key = command.Idempotency is { } mark
            ? SubmissionKeys.Of(owner, mark.Key)
            : SubmissionKeys.Of(owner, SubmissionId.Create(Time.GetUtcNow(), NextBytes()));
        return Grains.GetGrain<ISubmissionGrain>(key).Submit(command);
    }

    /// <summary>Submits, and starts the clock of the message's partition.</summary>
    public MessageKey Send(SubmitCommand? command = null, TenantId? tenant = null)
    {
        var result = Run(Submit(command ?? Mail(), tenant)).ShouldBeOfType<SubmitResult.Accepted>();
        var key = new MessageKey(tenant ?? Shop, new MessageId(result.Receipt.Id, 0));
        StartOutbox(OutboxPartitions.Of(key.Message));
        return key;
    }

    public void StartOutbox(int partition)
    {
        if (partitions.Add(partition))
            Run(Grains.GetGrain<IOutboxGrain>(OutboxPartitions.KeyOf(partition)).Start());
    }

    public CommandResult Ask(MessageKey key, MessageCommand command) => Run(Message(key).Apply(command));

    /// <summary>Starts the clock of settings, in every process from now on.</summary>
    public void StartClock()
    {
        ticks = true;
        Run(Grains.GetGrain<IAlarmClockGrain>(PlatformKey.Value).Start());
    }

    /// <exception cref="ProcessDiedException">By its <see cref="MemoryStore.Fuse"/>, with or without an
    /// answer.</exception>
    public T Run<T>(Task<T> call)
    {
        Run((Task)call);
        return call.GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Run{T}(Task{T})"/>
    public void Run(Task call)
    {
        Settle();
        Store.Fuse.ThrowIfDead();
        call.IsCompleted.ShouldBeTrue("the call has not been answered, and nothing is left to run");
        call.GetAwaiter().GetResult();
    }

    /// <summary>Lets the commits go on that <see cref="MemoryStore.Gate"/> holds.</summary>
    public void OpenGate()
    {
        var gate = Store.Gate!;
        Store.Gate = null;
        gate.SetResult();
        Settle();
    }

    /// <summary>Runs turns until all that is left waits for time or for the test.</summary>
    public void Settle()
    {
        do
        {
            while (!Store.Fuse.IsDead && executor.RunOne())
            {
            }
        }
        while (!Store.Fuse.IsDead && Wire.Pump());
    }

    /// <summary>Runs turns until something has happened, and not one further.</summary>
    public void RunUntil(Func<bool> happened)
    {
        while (!happened())
            executor.RunOne().ShouldBeTrue("nothing is left to run, and it has not happened");
    }

    /// <summary>Lets time pass, from one moment when something is due to the next.</summary>
    public void Advance(TimeSpan by)
    {
        var target = Time.GetUtcNow() + by;
        Settle();
        while (!Store.Fuse.IsDead && Time.NextDue is { } next && next <= target)
        {
            var now = Time.GetUtcNow();
            Time.Advance(next > now ? next - now : TimeSpan.Zero);
            Settle();
        }

        if (!Store.Fuse.IsDead)
        {
            Time.Advance(target - Time.GetUtcNow());
            Settle();
        }

        Store.Fuse.ThrowIfDead();
    }

    /// <summary>Lets time pass until then, if it has not: in hops over times in which nothing but the clocks' own
    /// minutes would pass.</summary>
    public void AdvanceTo(DateTimeOffset moment, TimeSpan hop)
    {
        for (var left = moment - Time.GetUtcNow(); left > TimeSpan.Zero; left = moment - Time.GetUtcNow())
        {
            var looking = left < Looking ? left : Looking;
            Time.SetClock(Time.GetUtcNow() + (left < hop ? left : hop) - looking);
            Advance(looking);
        }
    }

    /// <summary>Ends the process without a word, and starts another over the same store.</summary>
    public async Task Crash()
    {
        Wire.Crash();
        await cluster.KillSiloAsync(cluster.Silos[0]);
        Store.Fuse.Replace();
        Store.Recover(Time.GetUtcNow());
        await cluster.StartAdditionalSiloAsync();
        var again = partitions.ToImmutableArray();
        partitions.Clear();
        foreach (var partition in again)
            StartOutbox(partition);
        if (ticks)
            StartClock();
        Settle();
    }

    public async ValueTask DisposeAsync() => await cluster.DisposeAsync();

    private void Register(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ITurnExecutor>(executor);
        RegisterStore(services);
        services.AddSingleton<ISecretBox>(
            new SecretBox(SecretKeys.Of(1, new byte[SecretKeys.KeyLength]), new SeededIds(8)));
        services.AddSingleton<IRouting>(Routing);
        services.AddSingleton<IDeliveries>(Wire);
        services.AddSingleton<IChance, EvenChance>();
        services.AddSingleton<IIdSource>(ids);
        services.AddSingleton<IEgressGuard, OpenGuard>();
        services.AddSingleton<IAccountChecks>(Checks);
        services.AddSingleton<IPlatformDirectory, NoDirectory>();
        services.AddSingleton(new LifecycleOptions());
        services.AddSingleton(new CourierOptions());
        services.AddSingleton(new DestinationOptions());
        services.AddSingleton<IPublicUrl, ExamplePublicUrl>();
        services.AddSingleton<LinkIssuer>();
        services.AddSingleton<HeldMail>();
        services.AddSingleton<UnsignedMail>();
        services.AddSingleton(Domains.Registered.Options);
        services.AddSingleton<DomainSurroundings>();
        services.AddSingleton<IDomainWorks>(Dns);
        services.AddSingleton<IDomainDirectory, NoDomainDirectory>();
        services.AddSenders();
        RegisterContacts(services);
    }

    private void RegisterContacts(IServiceCollection services)
    {
        services.AddSingleton(new ContactOptions());
        services.AddSingleton<IDomainEntries>(Store);
        services.AddSingleton<IContactDetails>(Store);
        services.AddSingleton<IAllowanceReader>(Counts);
        services.AddSingleton<IHealthReader>(Counts);
    }

    private void RegisterStore(IServiceCollection services)
    {
        services.AddKeyedSingleton<IGrainStorage>(StorageNames.Grains, Store);
        services.AddKeyedSingleton<IGrainStorage>(StorageNames.Rows, Store);
        services.AddKeyedSingleton<IGrainStorage>(StorageNames.Contacts, Store);
        services.AddKeyedSingleton<IGrainStorage>(StorageNames.Imports, Store);
        services.AddSingleton<IImportReader>(Store.Imports);
        services.AddSingleton<ISubmissionStore>(Store);
        services.AddSingleton<IDueMessages>(Store);
        services.AddSingleton<IEffectStore>(Store);
        services.AddSingleton<IContentReader>(Store);
        services.AddSingleton<ITenantRows>(Store.Rows);
        services.AddSingleton<IListingReader>(Store.Settings);
        services.AddSingleton<IDueGrains>(Store.Settings);
    }

    private byte[] NextBytes()
    {
        var bytes = new byte[10];
        BitConverter.TryWriteBytes(bytes, submissions++);
        return bytes;
    }

}
