using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Ports;
using Actors.Grains.SmtpAccounts;

namespace Actors.Grains.Tenants;

[GenerateSerializer, Alias("tenant-state")]
public sealed record TenantState : IListed
{
    [Id(0)] public string Name { get; init; } = "";
    [Id(1)] public ImmutableArray<string> Accounts { get; init; } = [];
    [Id(2)] public ImmutableArray<VerifiedSender> Senders { get; init; } = [];
    [Id(3)] public ImmutableArray<StoredApiKey> ApiKeys { get; init; } = [];
    [Id(4)] public DateTimeOffset CreatedAt { get; init; }

    [Id(5)] public TenantWay Way { get; init; } = TenantWay.Default;

    /// <summary>Counts the changes of <see cref="Way"/>.</summary>
    [Id(6)] public long WayRevision { get; init; }

    /// <summary>A tenant that left: nothing else is known of it, and its id is not given again.</summary>
    [Id(20)] public bool HasLeft { get; init; }

    public Listing? Listed(string key) => HasLeft
        ? null
        : new(ListingKinds.Tenant, TenantId.Parse(key), key) { Search = Name };
}

/// <param name="Hash">Of the whole key: the name of its grain.</param>
[GenerateSerializer, Immutable, Alias("stored-api-key")]
public sealed record StoredApiKey(ApiKeyView View, string Hash);
