using Actors.Grains.Answers;
using Actors.Grains.Links;
using Actors.Grains.Submissions;

namespace Actors.Grains.Domains;

/// <summary>Links for who administers the domain.</summary>
public sealed partial class DomainGrain
{
    public async Task<Answer<IssuedShare>> Share(int days)
    {
        if (!stored.State.IsThere)
            return Answer.NotFound;
        var link = links.New();
        var (next, share) = DomainShares.Add(stored.State, link.Hash, days, Now);
        if (share is null)
            return DomainShares.TooMany;
        await Save(next);
        await GrainFactory.GetGrain<ILinkGrain>(link.Hash).Issue(
            new LinkTarget(LinkPurpose.DomainShare, Key.Tenant, Key.Domain.Ascii), share.ExpiresAt);
        return Answer.Of(new IssuedShare(share, link.Url));
    }

    public async Task<Refusal?> RevokeShare(string id)
    {
        var next = DomainShares.Remove(stored.State, id);
        if (!stored.State.IsThere || next == stored.State)
            return Answer.NotFound;
        await Save(next);
        return null;
    }

    public Task<SharedDomain> Shared(string hash)
    {
        var standing = DomainShares.Standing(stored.State, hash, Now);
        return Task.FromResult(new SharedDomain(standing, standing == LinkStanding.Open
            ? DomainViews.View(stored.State, Key, options)
            : null));
    }
}
