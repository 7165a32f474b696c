using System.Collections.Immutable;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

/// <summary>Asks whether a tenant may send as somebody: the operator's word first, then the domain, then the
/// sender.</summary>
/// <remarks>On the way of every message: one call where the operator vouches, two where the whole domain is allowed,
/// three for a confirmed sender; nothing grows with the number of senders.</remarks>
public sealed class AuthorProof(IGrainFactory grains, DomainOptions platform)
{
    /// <param name="login">What the account logs in to its own server as; null for none.</param>
    /// <param name="addresses">Each once, at most <see cref="SenderLimits.AuthorsMax"/> and one of MAIL FROM.</param>
    /// <returns>Null when the mail may come from all of them.</returns>
    public async Task<Refusal?> Refuse(
        TenantId tenant, AccountId account, EmailAddress? login, ImmutableArray<EmailAddress> addresses)
    {
        if (addresses.IsEmpty)
            return null;
        foreach (var address in await grains.GetGrain<ITenantGrain>(tenant.Value).Unvouched(addresses))
            if (await Refuse(tenant, account, login, address) is { } refusal)
                return refusal;
        return null;
    }

    private async Task<Refusal?> Refuse(TenantId tenant, AccountId account, EmailAddress? login, EmailAddress address)
    {
        var isPlatforms = PlatformAddresses.IsPlatforms(address.Domain, platform);
        var domain = isPlatforms
            ? null
            : await grains.GetGrain<IDomainGrain>(new DomainKey(tenant, address.Domain).ToString()).Policy();
        if (AuthorRules.IsWhole(domain))
            return null;
        var proof = await grains.GetGrain<ISenderGrain>(SenderKey.Of(tenant, address).ToString()).Proof();
        return AuthorRules.Refuse(address, account, login, domain, isPlatforms, proof);
    }
}
