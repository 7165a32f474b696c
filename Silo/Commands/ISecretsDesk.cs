using Actors.Grains.SmtpAccounts;
using Actors.Grains.Tenants;

namespace Actors.Silo.Commands;

/// <summary>Makes, lists and revokes secrets: in a running server, or in the data folder of one that does not
/// run.</summary>
/// <remarks>Every method throws <see cref="CommandException"/> where the tenant or the account does not
/// exist.</remarks>
internal interface ISecretsDesk : IAsyncDisposable
{
    Task<IssuedApiKey> CreateKey(string tenant, string name);

    Task<IReadOnlyList<ApiKeyView>> Keys(string tenant);

    /// <returns>False when there is no such key.</returns>
    Task<bool> RevokeKey(string tenant, string id);

    Task<IssuedLogin> CreateLogin(string tenant, string account, string application);

    Task<IReadOnlyList<LoginView>> Logins(string tenant, string account);

    /// <returns>False when there is no such login.</returns>
    Task<bool> RevokeLogin(string tenant, string account, string userName);
}
