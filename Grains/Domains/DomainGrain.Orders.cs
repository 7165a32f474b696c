using System.Collections.Immutable;
using Actors.Grains.PlatformMails;
using Actors.Grains.Users;
using Actors.Mail.Addresses;

namespace Actors.Grains.Domains;

/// <summary>What is ordered, told and due.</summary>
public sealed partial class DomainGrain
{
    public async Task Report(DomainReport report)
    {
        if (stored.State.OrderedAt is null || report.Ticket != stored.State.Ticket)
            return;
        if (stored.State.IsDeleted && report.Published)
        {
            directory.Forget(Key);
            await stored.ClearStateAsync();
            DeactivateOnIdle();
            return;
        }
        var next = DomainRules.Reported(stored.State, report, Now, chance.Next());
        var readers = DomainMails.IsNews(stored.State, next) ? await Readers(next) : [];
        await Save(DomainMails.Told(stored.State, next, readers, Key.Domain, options));
        await Wake();
    }

    /// <summary>The tenant's admins, unless it has named somebody else.</summary>
    private async Task<ImmutableArray<EmailAddress>> Readers(DomainState domain) =>
        domain.Notify is { } named ? [named] : await GrainFactory.AdminsOf(Key.Tenant);

    public async Task Wake()
    {
        await Order();
        if (stored.State.ReleaseAt <= Now)
            await Release();
        await stored.Drain(Key.Tenant, GrainFactory, this, log);
    }

    /// <summary>Twice: again a while later, in case that the process that was releasing died.</summary>
    private async Task Release()
    {
        await around.Release(Key.Tenant);
        await Save(DomainRules.Released(stored.State, Now));
    }

    private async Task Order()
    {
        if (!DomainRules.IsToOrder(stored.State, Now))
            return;
        await Save(DomainRules.Ordered(stored.State, Now));
        works.Start(DomainOrders.Of(stored.State, Key, options, Now));
    }
}
