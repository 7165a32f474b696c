using Actors.Grains.Answers;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.SmtpAccounts;
using Actors.Mail.Addresses;

namespace Actors.Grains.Registrar;

/// <summary>Passes on what is asked, a turn for each.</summary>
public sealed class RegistrarGrain : Grain, IRegistrarGrain
{
    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    public Task<Answer<DomainView>> RegisterDomain(DomainName domain, DomainDraft draft) =>
        GrainFactory.GetGrain<IDomainGrain>(new DomainKey(Tenant, domain).ToString()).Register(draft);

    public Task<int> CountDomains() => GrainFactory.GetGrain<IListingGrain>(PlatformKey.Value)
        .Count(new ListingQuery(ListingKinds.Domain) { Tenant = Tenant });

    public Task<Answer<SmtpAccountView>> AskForAccount(AccountId account, AccountRequest request) =>
        Account(account).Ask(request);

    public Task<Answer<SmtpAccountView>> ChangeAccount(
        AccountId account, AccountSettings settings, AccountSecrets secrets, string? ifMatch) =>
        Account(account).Change(settings, secrets, ifMatch);

    private ISmtpAccountGrain Account(AccountId account) =>
        GrainFactory.GetGrain<ISmtpAccountGrain>(new AccountKey(Tenant, account).ToString());
}
