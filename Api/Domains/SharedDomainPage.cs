using Actors.Api.Links;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Mail.Addresses;

namespace Actors.Api.Domains;

/// <summary>The page that shows a domain's records to who administers it. It has no button.</summary>
internal sealed class SharedDomainPage : ILinkPage
{
    public async Task<LinkView> Show(FollowedLink link)
    {
        var key = new DomainKey(link.Target.Tenant, DomainName.Parse(link.Target.Subject));
        var shared = await link.Call.Grains.GetGrain<IDomainGrain>(key.ToString()).Shared(link.Hash);
        return shared.View is { } view ? TableOf(view) : new LinkView.Closed(shared.Standing);
    }

    public Task<LinkView> Act(FollowedLink link, LinkForm form) => Show(link);

    private static LinkView.Table TableOf(DomainView view) => new(
        $"DNS records of {view.Unicode}",
        $"Please publish these records. The domain is {view.Status.ToText()}.",
        ["Name", "Type", "Value", "Required", "State", "Found"],
        [
            .. view.Records.Select(record => (System.Collections.Immutable.ImmutableArray<string>)
            [
                record.Name, record.Type, record.Value, record.IsRequired ? "yes" : "no",
                record.State == Mail.Authentication.Domains.Records.RecordState.Unknown
                    ? "not looked at yet"
                    : record.State.ToString().ToLowerInvariant(),
                record.Found ?? "",
            ]),
        ]);
}
