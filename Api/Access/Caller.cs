using System.Collections.Immutable;
using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Api.Access;

/// <summary>Who asks: an API key, a user with a session, or the operator.</summary>
/// <param name="Tenant">Known from the credential alone.</param>
/// <param name="Scopes">What may be asked; every one for a key made without a word about it.</param>
internal sealed record Caller(TenantId Tenant, Scopes Scopes)
{
    /// <summary>key_...; null for a user.</summary>
    public string? ApiKey { get; init; }

    /// <summary>usr_...; null for a key.</summary>
    public string? User { get; init; }

    /// <summary>The user's address, proved by a link; null for a key, which has none.</summary>
    public EmailAddress? VerifiedAddress { get; init; }

    /// <summary>SMTP accounts a key is restricted to; empty for all.</summary>
    public ImmutableArray<AccountId> Accounts { get; init; } = [];

    public bool MayUse(AccountId account) => Accounts.IsEmpty || Accounts.Contains(account);
}
