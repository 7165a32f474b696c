using System.Collections.Immutable;
using Actors.Grains.SmtpAccounts;

namespace Actors.Grains.Tenants;

[GenerateSerializer, Alias("tenant-state")]
public sealed record TenantState
{
    [Id(0)] public string Name { get; init; } = "";
    [Id(1)] public ImmutableArray<string> Accounts { get; init; } = [];
    [Id(2)] public ImmutableArray<VerifiedSender> Senders { get; init; } = [];
    [Id(3)] public ImmutableArray<StoredApiKey> ApiKeys { get; init; } = [];
    [Id(4)] public DateTimeOffset CreatedAt { get; init; }
}

/// <param name="Hash">Of the whole key: the name of its grain.</param>
[GenerateSerializer, Immutable, Alias("stored-api-key")]
public sealed record StoredApiKey(ApiKeyView View, string Hash);
