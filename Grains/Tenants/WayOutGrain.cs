using Actors.Grains.Answers;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.PlatformMails;
using Actors.Grains.SmtpAccounts;

namespace Actors.Grains.Tenants;

/// <summary>Asks whoever has to be asked, then tells the tenant. Apart from the tenant's own turns: an account that is
/// asked may be waiting for its tenant.</summary>
[StatelessWorker]
public sealed class WayOutGrain(DomainOptions platform) : Grain, IWayOutGrain
{
    private TenantId Id => TenantId.Parse(this.GetPrimaryKeyString());

    private ITenantGrain Tenant => GrainFactory.GetGrain<ITenantGrain>(Id.Value);

    public async Task<Answer<WayOutView>> Get() => View(await Tenant.WayOut());

    public async Task<Answer<WayOutView>> Set(TenantWay way, string? ifMatch) =>
        WayOutRules.Refuse(Id, way, platform, await Neutral(way)) is { } refusal ? refusal
        : way.Account is { } account && !await IsOwn(account) ? WayOutRules.NoOwnServer(account)
        : View(await Tenant.SetWayOut(way, ifMatch));

    private async Task<DomainPolicy?> Neutral(TenantWay way) =>
        way.Way == WayOut.WhiteLabel && platform.WhiteLabel is { } domain
            ? await GrainFactory.GetGrain<IDomainGrain>(new DomainKey(PlatformSender.Tenant, domain).ToString())
                .Policy()
            : null;

    private async Task<bool> IsOwn(AccountId account) =>
        await GrainFactory.GetGrain<ISmtpAccountGrain>(new AccountKey(Id, account).ToString()).Policy()
            is { Addressing.ByOwnServer: true };

    private Answer<WayOutView> View(Answer<TenantWay> answer) => answer.Value is { } way
        ? Answer.Of(new WayOutView(way, WayOutRules.Address(Id, way.Way, platform)), answer.Etag)
        : answer.Refusal!;
}
