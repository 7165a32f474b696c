using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Plans;
using Actors.Grains.Platform;
using Actors.Grains.PlatformMails;
using Actors.Grains.Submissions;
using Actors.Grains.Subscriptions;
using Actors.Grains.Tests.Embedded.World;

namespace Actors.Grains.Tests.Embedded.Crashes;

/// <summary>A flow of messages with names, of which each is sent once however often its step is repeated.</summary>
internal abstract class MailFlow(GrainWorld world) : Flow(world)
{
    private readonly Dictionary<string, MessageKey> sent = [];

    /// <summary>Those that were sent.</summary>
    protected IReadOnlyDictionary<string, MessageKey> Mail => sent;

    /// <summary>Somebody at the tenant and somebody at the platform who is told, and every outbox.</summary>
    public override void Prepare()
    {
        base.Prepare();
        for (var partition = 0; partition < OutboxPartitions.Count; partition++)
            World.StartOutbox(partition);
        Describe(GrainWorld.Shop, "billing@example.org");
        Describe(PlatformSender.Tenant, "operator@example.org");
    }

    public override void Check() => World.Store.EffectsLeft.ShouldBe(0);

    /// <summary>Refused only where the flow expects it: see <see cref="TrySend"/>.</summary>
    protected void Send(
        string name, string? to = null, MailStream stream = MailStream.Transactional, string? list = null) =>
        TrySend(name, to, stream, list).ShouldBeNull();

    /// <returns>Null where it was accepted.</returns>
    protected RefusalCode? TrySend(
        string name, string? to = null, MailStream stream = MailStream.Transactional, string? list = null)
    {
        var result = World.Run(World.Submit(GrainWorld.Mail(to ?? $"{name}@example.com") with
        {
            Stream = stream,
            List = list,
            Idempotency = new IdempotencyMark(name, null),
        }));
        if (result is SubmitResult.Refused { Refusal.Code: var code })
            return code;
        var accepted = result.ShouldBeOfType<SubmitResult.Accepted>();
        sent[name] = new MessageKey(GrainWorld.Shop, new MessageId(accepted.Receipt.Id, 0));
        World.Settle();
        return null;
    }

    protected void SetPlan(Func<PlanTerms, PlanTerms> change)
    {
        var catalogue = Get<IPlanCatalogueGrain>(PlatformKey.Value);
        var startup = World.Run(catalogue.Get()).Of(PlanName.Startup);
        World.Run(catalogue.SetPlan(PlanName.Startup, change(startup), null));
    }

    /// <summary>What happened to each message, in the order of their names.</summary>
    protected IEnumerable<string> Events() => sent.OrderBy(one => one.Key, StringComparer.Ordinal)
        .Select(one => $"{one.Key}: {string.Join(' ', World.EventsOf(one.Value))}");

    private void Describe(TenantId tenant, string contact) =>
        World.Run(Get<ISubscriptionGrain>(tenant).Apply(
            new SubscriptionCommand.Describe(Subscriptions.Contracts.Customer with { ContactEmail = contact }), null))
            .Value.ShouldNotBeNull();
}
