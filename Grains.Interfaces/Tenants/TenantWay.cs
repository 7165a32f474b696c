using System.Collections.Immutable;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tenants;

/// <summary>How a tenant's mail leaves where its domains say nothing else.</summary>
/// <param name="Way">Any but <see cref="WayOut.Automatic"/>.</param>
/// <param name="Account">The own account it leaves by; null for every other way.</param>
[GenerateSerializer, Immutable, Alias("tenant-way")]
public sealed record TenantWay(WayOut Way, AccountId? Account = null)
{
    /// <summary>Of a tenant that has chosen none.</summary>
    public static TenantWay Default { get; } = new(WayOut.Platform);
}

/// <param name="Address">What stands in From for addresses that are not proved; null where the way has none.</param>
[GenerateSerializer, Immutable, Alias("way-out-view")]
public sealed record WayOutView(TenantWay Way, EmailAddress? Address);

/// <summary>What a tenant says of addresses its mail is to come from.</summary>
/// <param name="Unvouched">Those of them that the operator does not vouch for.</param>
[GenerateSerializer, Immutable, Alias("vouching")]
public sealed record Vouching(ImmutableArray<EmailAddress> Unvouched, TenantWay Way);
