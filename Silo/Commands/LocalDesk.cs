using Actors.Grains.Credentials;
using Actors.Grains.Ids;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;

namespace Actors.Silo.Commands;

/// <summary>Works on the data folder itself: grains and store, without anything that listens or delivers.</summary>
internal sealed class LocalDesk(GrainsHost host) : ISecretsDesk
{
    public async Task<IssuedApiKey> CreateKey(string tenant, string name) =>
        await (await Tenant(tenant)).Grain.IssueApiKey(name) ?? throw new CommandException(
            $"Tenant '{tenant}' has {ApiKeyGrant.KeysMax} keys; revoke one first.");

    public async Task<IReadOnlyList<ApiKeyView>> Keys(string tenant) => (await Tenant(tenant)).View.ApiKeys;

    public async Task<bool> RevokeKey(string tenant, string id) => await (await Tenant(tenant)).Grain.RevokeApiKey(id);

    public async Task<IssuedLogin> CreateLogin(string tenant, string account, string application) =>
        await (await Account(tenant, account)).Grain.IssueLogin(application);

    public async Task<IReadOnlyList<LoginView>> Logins(string tenant, string account) =>
        (await Account(tenant, account)).View.Logins;

    public async Task<bool> RevokeLogin(string tenant, string account, string userName) =>
        await (await Account(tenant, account)).Grain.RevokeLogin(userName);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task<(ITenantGrain Grain, TenantView View)> Tenant(string tenant)
    {
        if (TenantId.TryParse(tenant, out var id))
        {
            var grain = host.Grains.GetGrain<ITenantGrain>(id.Value);
            if (await grain.Get() is { } view)
                return (grain, view);
        }
        throw new CommandException($"There is no tenant '{tenant}'.");
    }

    private async Task<(ISmtpAccountGrain Grain, SmtpAccountView View)> Account(string tenant, string account)
    {
        await Tenant(tenant);
        if (AccountId.TryParse(account, out var id))
        {
            var key = new AccountKey(TenantId.Parse(tenant), id);
            var grain = host.Grains.GetGrain<ISmtpAccountGrain>(key.ToString());
            if (await grain.Get() is { } view)
                return (grain, view);
        }
        throw new CommandException($"Tenant '{tenant}' has no SMTP account '{account}'.");
    }
}
