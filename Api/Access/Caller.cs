using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.Sessions;
using Actors.Grains.Users;
using Actors.Mail.Addresses;

namespace Actors.Api.Access;

/// <summary>Who asks: an API key, or a user with a session.</summary>
/// <param name="Tenant">Known from the credential alone; the platform's own for the operator's users.</param>
/// <param name="Scopes">What may be asked; every one for a key made without a word about it.</param>
internal sealed record Caller(TenantId Tenant, Scopes Scopes)
{
    /// <summary>key_...; null for a user.</summary>
    public string? ApiKey { get; init; }

    /// <summary>What the key is restricted to; null for a user.</summary>
    public ApiKeyGrant? Grant { get; init; }

    /// <summary>Null for a key.</summary>
    public UserAccess? Access { get; init; }

    /// <summary>Null for a key.</summary>
    public SessionView? Session { get; init; }

    /// <summary>usr_...; null for a key.</summary>
    public string? User => Access?.User;

    /// <summary>The user's address, proved by a link; null for a key, which has none.</summary>
    public EmailAddress? VerifiedAddress => Access?.Address;

    public bool MayUse(AccountId account) =>
        Grant is not { Accounts.IsEmpty: false } grant || grant.Accounts.Contains(account);

    /// <summary>What a key for one SMTP account does not name is that one.</summary>
    /// <returns>False where the account is not the caller's to use, or has to be named.</returns>
    public bool TryChoose(AccountId? named, out AccountId? chosen)
    {
        chosen = named ?? (Grant?.Accounts is [var only] ? only : null);
        return !IsForSomeAccounts || (chosen is { } account && MayUse(account));
    }

    /// <summary>Whether it is a key for some SMTP accounts alone.</summary>
    public bool IsForSomeAccounts => Grant is { Accounts.IsEmpty: false };

    /// <summary>Nobody gives more than they have, and a restricted key gives nothing.</summary>
    public bool MayGive(Scopes scopes) => Scopes.HasFlag(scopes)
        && Grant is null or { Accounts.IsEmpty: true, Networks.IsEmpty: true, ExpiresAt: null };
}
