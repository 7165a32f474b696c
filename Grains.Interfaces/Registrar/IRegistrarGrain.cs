using Actors.Grains.Answers;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;

namespace Actors.Grains.Registrar;

/// <summary>Makes, one after the other, what of a tenant is counted by a list: nothing comes between the count and the
/// commit, so no limit is exceeded by those who ask at once.</summary>
/// <remarks>Key: <see cref="TenantId"/>. It stores nothing: the list is written in the commits of what stands in it.
/// What a grain of its own holds whole (users, API keys, test addresses) needs no registrar.</remarks>
[Alias("registrar")]
public interface IRegistrarGrain : IGrainWithStringKey
{
    /// <summary>As <see cref="IDomainGrain.Register"/>, and so many new ones an hour.</summary>
    Task<Answer<DomainView>> RegisterDomain(DomainName domain, DomainDraft draft);

    /// <returns>How many domains there are once those under way are stored.</returns>
    Task<int> CountDomains();

    /// <inheritdoc cref="ISmtpAccountGrain.Ask"/>
    Task<Answer<SmtpAccountView>> AskForAccount(AccountId account, AccountRequest request);

    /// <inheritdoc cref="ISmtpAccountGrain.Change"/>
    Task<Answer<SmtpAccountView>> ChangeAccount(
        AccountId account, AccountSettings settings, AccountSecrets secrets, string? ifMatch);
}
