using System.Collections.Immutable;
using Actors.Grains.Answers;
using Actors.Grains.Credentials;
using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Grains.Plans;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Tenants;

/// <summary>A customer of the platform: its accounts, verified senders and API keys.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>.</remarks>
[Alias("tenant")]
public interface ITenantGrain : ITenantPart
{
    /// <returns>False when the tenant exists already.</returns>
    Task<bool> Create(string name);

    /// <summary>Interleaves, so that what the tenant's own command causes may ask for the tenant.</summary>
    /// <returns>Null when there is no such tenant.</returns>
    [ReadOnly, AlwaysInterleave]
    Task<TenantView?> Get();

    /// <summary>The operator vouches for it. Repeating it changes nothing.</summary>
    Task AddSender(VerifiedSender sender);

    Task RemoveSender(VerifiedSender sender);

    /// <summary>Asked by every submission.</summary>
    [ReadOnly]
    Task<Vouching> Vouch(ImmutableArray<EmailAddress> addresses);

    /// <summary>With its version.</summary>
    [ReadOnly]
    Task<Answer<TenantWay>> WayOut();

    /// <summary>Whether it can be done is asked of <see cref="IWayOutGrain"/>.</summary>
    /// <param name="ifMatch">The version the client has seen; null where it does not ask.</param>
    Task<Answer<TenantWay>> SetWayOut(TenantWay way, string? ifMatch);

    /// <summary>Adds an account to the tenant's list; the account itself is <see cref="ISmtpAccountGrain"/>.</summary>
    Task AddAccount(string accountId);

    /// <summary>Repeating it changes nothing.</summary>
    Task RemoveAccount(string accountId);

    /// <returns>The account of mail that names none: the own one that the tenant's mail leaves by, or the only one
    /// there is; null for neither.</returns>
    [ReadOnly]
    Task<AccountId?> OnlyAccount();

    /// <param name="grant">Null for a key that opens everything.</param>
    /// <returns>The key, shown this once, and what is remembered of it; null where there are
    /// <see cref="ApiKeyGrant.KeysMax"/> already.</returns>
    Task<IssuedApiKey?> IssueApiKey(string name, ApiKeyGrant? grant = null);

    /// <returns>In the order they were made.</returns>
    [ReadOnly]
    Task<ImmutableArray<ApiKeyEntry>> ApiKeys();

    /// <returns>False when there is no such key.</returns>
    Task<bool> RevokeApiKey(string keyId);

    /// <summary>What the tenant has at present: its plan with its add-ons.</summary>
    [ReadOnly]
    Task<PlanView> PlanOf();

    /// <summary>Asked before there is one more of something that a plan limits.</summary>
    /// <param name="feature">What there is to be more of.</param>
    /// <param name="current">How many there are; for a feature that is included or not, 0.</param>
    /// <returns>Null when there may be one more, else a refusal that names the plan that includes it.</returns>
    [ReadOnly]
    Task<Refusal?> MayAdd(PlanFeature feature, int current);
}

[GenerateSerializer, Immutable, Alias("tenant-view")]
public sealed record TenantView(
    string Id,
    string Name,
    ImmutableArray<string> Accounts,
    ImmutableArray<VerifiedSender> Senders,
    ImmutableArray<ApiKeyView> ApiKeys,
    DateTimeOffset CreatedAt);

/// <param name="Hint">The last four characters of the key, to recognise it by.</param>
/// <param name="Grant">Null for a key that opens everything.</param>
[GenerateSerializer, Immutable, Alias("api-key-view")]
public sealed record ApiKeyView(
    string Id, string Name, string Hint, DateTimeOffset CreatedAt, ApiKeyGrant? Grant = null);

/// <param name="Hash">Of the whole key: the name of its grain.</param>
[GenerateSerializer, Immutable, Alias("api-key-entry")]
public sealed record ApiKeyEntry(ApiKeyView View, string Hash);

[GenerateSerializer, Immutable, Alias("issued-api-key")]
public sealed record IssuedApiKey(ApiKeyView View, string Secret);
