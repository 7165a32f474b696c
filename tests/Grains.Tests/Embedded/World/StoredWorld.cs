using Actors.Grains.Couriers;
using Actors.Grains.Destinations;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Ports;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;
using Actors.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Grains.Tests.Embedded.World;

/// <summary>A silo on threads and the system's clock, over the real store in a folder of its own.</summary>
internal sealed class StoredWorld : IDeliveries, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("actors-grains-").FullName;
    private readonly SeededIds ids = new(7);
    private readonly InProcessTestCluster cluster;

    public StoredWorld()
    {
        var builder = new InProcessTestClusterBuilder();
        builder.ConfigureSilo((_, silo) =>
        {
            silo.UseInMemoryReminderService();
            silo.AddActorsStorage(new StorageOptions { Folder = folder });
            Register(silo.Services);
        });
        cluster = builder.Build();
    }

    /// <summary>How receiving sites answer; asked on any thread.</summary>
    public Func<DeliveryOrder, Answer> Answers { get; set; } = _ => Answer.Ok;

    public IMessageReader Reader => cluster.GetSiloServiceProvider().GetRequiredService<IMessageReader>();

    public ISmtpAccountGrain SmtpAccount => Grains.GetGrain<ISmtpAccountGrain>(
        new AccountKey(GrainWorld.Shop, GrainWorld.Account).ToString());

    private IGrainFactory Grains => cluster.Client;

    public async Task Start()
    {
        await cluster.DeployAsync();
        var tenant = Grains.GetGrain<ITenantGrain>(GrainWorld.Shop.Value);
        await tenant.Create("Shop");
        await tenant.AddSender(new VerifiedSender(DomainName.Parse("shop.example"), null));
        await SmtpAccount.Create(new SmtpAccountDraft("Shop", MailStream.Transactional, Approved: true));
        await StartOutboxes();
    }

    public async Task<MessageKey> Send(SubmitCommand? command = null)
    {
        var bytes = new byte[10];
        ids.Fill(bytes);
        var key = SubmissionKeys.Of(GrainWorld.Shop, SubmissionId.Create(TimeProvider.System.GetUtcNow(), bytes));
        var result = await Grains.GetGrain<ISubmissionGrain>(key).Submit(command ?? GrainWorld.Mail());
        return new MessageKey(
            GrainWorld.Shop, new MessageId(result.ShouldBeOfType<SubmitResult.Accepted>().Receipt.Id, 0));
    }

    /// <returns>What happened to the message, as soon as the last of it is that event.</returns>
    public async Task<string[]> EventsUntil(string type, MessageKey message)
    {
        var events = cluster.GetSiloServiceProvider().GetRequiredService<IEventReader>();
        using var limit = new CancellationTokenSource(Patience);
        for (var seen = 0L; ;)
        {
            var page = (await events.Read(message.Tenant, 0, 1_000)).ShouldNotBeNull();
            string[] types = [.. page.Events.Where(e => e.Message == message.Message).Select(e => e.Type)];
            if (types is [.., { } last] && last == type)
                return types;
            seen = Math.Max(seen, page.Last);
            await events.WaitFor(message.Tenant, seen, limit.Token);
        }
    }

    public async Task Crash()
    {
        await cluster.KillSiloAsync(cluster.Silos[0]);
        await cluster.StartAdditionalSiloAsync();
        await StartOutboxes();
    }

    public void Start(DeliveryOrder order, string courier, string site) => ThreadPool.QueueUserWorkItem(async _ =>
    {
        try
        {
            await Play(order, courier, site);
        }
        catch (SiloUnavailableException)
        {
            // the process that made this attempt is gone
        }
    });

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Play(DeliveryOrder order, string courier, string site)
    {
        var message = Grains.GetGrain<IMessageGrain>(order.Message.ToString());
        var answer = await SmtpAccount.Gate() is var reason && reason != HoldReason.None
            ? new Answer(new AttemptOutcome.Withheld(reason), SlotResult.Unused)
            : Answers(order);
        var records = answer.Outcome is not AttemptOutcome.Withheld && order.OnUncertain == OnUncertain.Hold;
        if ((records && !await message.MayStart(order.Attempt, order.Epoch)) || answer.Outcome is not { } outcome)
            return;
        await message.Report(new AttemptReport(order.Attempt, order.Epoch, outcome, AttemptTrace.None));
        await Grains.GetGrain<ICourierGrain>(courier).Finished(order.Message, site, answer.Slot);
    }

    private async Task StartOutboxes()
    {
        for (var partition = 0; partition < OutboxPartitions.Count; partition++)
            await Grains.GetGrain<IOutboxGrain>(OutboxPartitions.KeyOf(partition)).Start();
    }

    private void Register(IServiceCollection services)
    {
        services.AddSingleton<IRouting, Routing>();
        services.AddSingleton<IDeliveries>(this);
        services.AddSingleton<IChance, EvenChance>();
        services.AddSingleton<IIdSource>(ids);
        services.AddSingleton<IEgressGuard, OpenGuard>();
        services.AddSingleton<IPlatformDirectory, NoDirectory>();
        services.AddSingleton(new LifecycleOptions());
        services.AddSingleton(new CourierOptions());
        services.AddSingleton(new DestinationOptions());
        services.AddSingleton<HeldMail>();
    }
}
