using Actors.Api.Hosting;
using Actors.Grains.Credentials;
using Actors.Grains.Tenants;

namespace Actors.Api.ApiKeys;

/// <param name="Name">1 to 100 characters, to tell keys apart.</param>
/// <param name="Scopes">Absent for all.</param>
/// <param name="SmtpAccounts">The accounts it is restricted to; absent for all.</param>
/// <param name="Networks">Those it may be used from, in CIDR form; absent for any.</param>
/// <param name="ExpiresAt">Absent for a key without end.</param>
internal sealed record ApiKeyRequest(
    string Name, IReadOnlyList<string>? Scopes, IReadOnlyList<string>? SmtpAccounts, IReadOnlyList<string>? Networks,
    DateTimeOffset? ExpiresAt);

/// <param name="Id">key_...: to revoke it by.</param>
/// <param name="Key">Shown this once.</param>
internal sealed record IssuedApiKeyBody(
    string Id, string Name, string Key, IReadOnlyList<string> Scopes, IReadOnlyList<string> SmtpAccounts,
    IReadOnlyList<string> Networks, DateTimeOffset? ExpiresAt, DateTimeOffset CreatedAt)
{
    public static IssuedApiKeyBody Of(IssuedApiKey issued)
    {
        var (view, grant) = (issued.View, issued.View.Grant ?? ApiKeyGrant.Everything);
        return new IssuedApiKeyBody(
            view.Id, view.Name, issued.Secret, ScopeNames.Of(grant.Scopes),
            [.. grant.Accounts.Select(account => account.Value)], grant.Networks, grant.ExpiresAt, view.CreatedAt);
    }
}

/// <param name="Id">key_...: to revoke it by.</param>
/// <param name="Hint">The last four characters of the key.</param>
/// <param name="SmtpAccounts">Empty for all.</param>
/// <param name="Networks">Empty for any.</param>
/// <param name="LastUsedOn">The day, in UTC; absent when it never was, and where a tenant is shown whole.</param>
internal sealed record ApiKeyBody(
    string Id, string Name, string Hint, IReadOnlyList<string> Scopes, IReadOnlyList<string> SmtpAccounts,
    IReadOnlyList<string> Networks, DateTimeOffset? ExpiresAt, DateOnly? LastUsedOn, DateTimeOffset CreatedAt)
{
    public static ApiKeyBody Of(ApiKeyView view, DateOnly? lastUsed = null)
    {
        var grant = view.Grant ?? ApiKeyGrant.Everything;
        return new ApiKeyBody(
            view.Id, view.Name, view.Hint, ScopeNames.Of(grant.Scopes),
            [.. grant.Accounts.Select(account => account.Value)], grant.Networks, grant.ExpiresAt, lastUsed,
            view.CreatedAt);
    }

    /// <summary>With its last day, which the key itself knows.</summary>
    /// <returns>Null where it opens nothing any more: a crash came between its end and the tenant's list.</returns>
    public static async Task<ApiKeyBody?> Of(Call call, ApiKeyEntry entry) =>
        await call.Grains.GetGrain<IApiKeyGrain>(entry.Hash).Owner() is { } owner
            ? Of(entry.View, owner.LastUsed)
            : null;
}
