using System.Collections.Immutable;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Submissions;
using Actors.Grains.Tenants;
using Actors.Mail.Addresses;

namespace Actors.Grains.Senders;

/// <summary>Asks whether a tenant may send as somebody: the operator's word first, then the domain, then the
/// sender.</summary>
/// <remarks>On the way of every message: one call where the operator vouches, two where the whole domain is allowed or
/// an address of the platform's takes the place of the author's, three for a confirmed sender; nothing grows with the
/// number of senders.</remarks>
public sealed class AuthorProof(IGrainFactory grains, DomainOptions platform)
{
    /// <param name="addresses">Each once, at most <see cref="SenderLimits.ProofsMax"/>.</param>
    public async Task<AuthorVerdict> Judge(TenantId tenant, Submitter by, ImmutableArray<EmailAddress> addresses)
    {
        if (addresses.IsEmpty)
            return AuthorVerdict.Good;
        var vouching = await grains.GetGrain<ITenantGrain>(tenant.Value).Vouch(addresses);
        var substitutes = ImmutableArray<Substitute>.Empty;
        foreach (var address in vouching.Unvouched)
        {
            var (refusal, substitute) = await Judge(tenant, by, vouching.Way, address);
            if (refusal is not null && substitute is null)
                return new AuthorVerdict(refusal, []);
            if (substitute is not null)
                substitutes = substitutes.Add(new Substitute(address, substitute, refusal!));
        }
        return substitutes.IsEmpty ? AuthorVerdict.Good : new AuthorVerdict(null, substitutes);
    }

    private async Task<(Refusal? Refusal, EmailAddress? Substitute)> Judge(
        TenantId tenant, Submitter by, TenantWay way, EmailAddress address)
    {
        var standing = DomainStanding.Platforms;
        if (!PlatformAddresses.IsPlatforms(address.Domain, platform))
        {
            var domain = await grains.GetGrain<IDomainGrain>(new DomainKey(tenant, address.Domain).ToString()).Policy();
            standing = WayRules.Standing(address.Domain, domain, way, by);
            if (!platform.IsPlatforms(address.Domain)
                && WayRules.Substitute(WayRules.Of(domain, way), tenant, by, platform) is { } ours)
                return (AuthorRules.Alone(address, standing), ours);
            if (standing.IsWhole)
                return (null, null);
        }
        else if (address.Key == PlatformAddresses.Of(tenant, address.Domain, platform)?.Key)
            return (null, null);
        var proof = await grains.GetGrain<ISenderGrain>(SenderKey.Of(tenant, address).ToString()).Proof();
        return (AuthorRules.Refuse(address, by, standing, proof), null);
    }
}

/// <summary>What the authors of a message come to.</summary>
/// <param name="Refusal">Null where it may go.</param>
/// <param name="Substitutes">Those that may not stand in From themselves.</param>
public sealed record AuthorVerdict(Refusal? Refusal, ImmutableArray<Substitute> Substitutes)
{
    public static AuthorVerdict Good { get; } = new(null, []);
}

/// <param name="Ours">The tenant's address at the platform's domain, which takes its place.</param>
/// <param name="Otherwise">Where an address can have no substitute.</param>
public sealed record Substitute(EmailAddress Given, EmailAddress Ours, Refusal Otherwise);
