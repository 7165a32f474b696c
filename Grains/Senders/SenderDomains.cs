using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;

namespace Actors.Grains.Senders;

/// <summary>What a sender asks others: whether an address may be registered, and whether it may go.</summary>
public sealed class SenderDomains(IGrainFactory grains, DomainOptions platform)
{
    public async Task<SenderGround> Of(TenantId tenant, SenderDraft draft)
    {
        var address = draft.Address;
        if (PlatformAddresses.IsPlatforms(address.Domain, platform))
            return PlatformAddresses.IsOf(tenant, address)
                ? new SenderGround(null, NeedsNoLink: true)
                : Field(
                    $"At {address.Domain.Unicode} the tenant has {tenant}@{address.Domain} and what begins with "
                    + $"{tenant} and a dot.");
        if ((await grains.GetGrain<ITenantGrain>(tenant.Value).Unvouched([address])).IsEmpty)
            return SenderGround.Good;
        var domain = await grains.GetGrain<IDomainGrain>(new DomainKey(tenant, address.Domain).ToString()).Policy();
        return domain switch
        {
            { MaySend: true } => SenderGround.Good,
            null => No($"{address.Domain.Unicode} is none of the tenant's domains: register and verify it first."),
            _ => No($"{address.Domain.Unicode} is not verified: publish its records first."),
        };
    }

    private static SenderGround No(string detail) =>
        new(Refusal.Of(RefusalCode.DomainNotVerified, detail), NeedsNoLink: false);

    private static SenderGround Field(string detail) => new(
        new Refusal(RefusalCode.InvalidField, detail, [new FieldError("/email", "not_the_tenants", detail)]),
        NeedsNoLink: false);
}

/// <summary>What an address stands on.</summary>
/// <param name="Refusal">Null when it may be registered.</param>
/// <param name="NeedsNoLink">Nobody else has a mailbox there who could say no.</param>
public sealed record SenderGround(Refusal? Refusal, bool NeedsNoLink)
{
    public static SenderGround Good { get; } = new(null, NeedsNoLink: false);
}
