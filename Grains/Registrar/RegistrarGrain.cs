using Actors.Grains.Answers;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.PlatformMails;
using Actors.Grains.SmtpAccounts;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Registrar;

/// <summary>Passes on what is asked, a turn for each.</summary>
public sealed class RegistrarGrain(TimeProvider time) : Grain, IRegistrarGrain
{
    private static readonly Refusal TooManyDomains = Refusal.Of(
        RefusalCode.TooManyAttempts,
        $"There may be {HourlyAllowance.DomainsMax} domains registered an hour, those deleted since included.");

    private readonly HourlyAllowance domains = new(HourlyAllowance.DomainsMax);

    private TenantId Tenant => TenantId.Parse(this.GetPrimaryKeyString());

    /// <remarks>Only what is made counts: neither a repetition nor a refusal.</remarks>
    public async Task<Answer<DomainView>> RegisterDomain(DomainName domain, DomainDraft draft)
    {
        var grain = GrainFactory.GetGrain<IDomainGrain>(new DomainKey(Tenant, domain).ToString());
        if (await grain.Get() is { Value: not null } there)
            return there;
        if (!domains.HasRoom(time.GetUtcNow()))
            return TooManyDomains;
        var answer = await grain.Register(draft);
        if (answer.Value is not null && domains.TryTake(time.GetUtcNow()))
            DelayDeactivation(HourlyAllowance.Hour);
        return answer;
    }

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
