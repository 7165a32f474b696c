using Actors.Grains.Links;
using Actors.Grains.People;
using Actors.Grains.PlatformMails;
using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Users;

/// <summary>Links to users: the invitation, and the proof of another address.</summary>
public sealed partial class TenantUsersGrain
{
    public Task<InvitationView> Invitation(string user, string link)
    {
        var found = UserRules.Find(stored.State, user);
        return Task.FromResult(new InvitationView(InvitationStanding(found, link), found?.Address));
    }

    public async Task<LinkStanding> Accept(string user, string link, string? name)
    {
        var found = UserRules.Find(stored.State, user);
        var standing = InvitationStanding(found, link);
        if (standing != LinkStanding.Open)
            return standing;
        if (!await Person(found!.Address.Key).Join(found.Address, new Membership(Tenant, found.Id)))
            return LinkStanding.NoRoom;
        await Finish(UserRules.Accepted(stored.State, found, name).State);
        return standing;
    }

    public async Task<Refusal?> ChangeAddress(string user, EmailAddress address)
    {
        var (link, url) = NewLink();
        var decision = UserRules.AddressAsked(stored.State, user, address, link, Now);
        if (decision.Refusal is { } refusal)
            return refusal;
        if (await MayApproach() is { } tooMany)
            return tooMany;
        await Issue(LinkPurpose.UserAddress, user, link);
        await Finish(decision.State, PlatformMail.UserEmailVerification(
            "address-" + link.Hash[..16], address, url, link.ExpiresAt));
        return null;
    }

    public Task<InvitationView> AddressChange(string user, string link)
    {
        var found = UserRules.Find(stored.State, user);
        return Task.FromResult(new InvitationView(AddressStanding(found, link), found?.NextAddress));
    }

    public async Task<LinkStanding> ConfirmAddress(string user, string link)
    {
        var found = UserRules.Find(stored.State, user);
        var standing = AddressStanding(found, link);
        if (standing != LinkStanding.Open)
            return standing;
        var address = found!.NextAddress!;
        var decision = UserRules.AddressProved(stored.State, found, address);
        if (decision.User is null)
            return LinkStanding.Unknown;
        if (!await Person(address.Key).Join(address, new Membership(Tenant, found.Id)))
            return LinkStanding.NoRoom;
        await Finish(WithParting(decision.State, found.Address, found.Id));
        return standing;
    }

    private LinkStanding InvitationStanding(StoredUser? user, string link) =>
        UserRules.Standing(user?.Invitation, link, user is { Active: true }, Now);

    private LinkStanding AddressStanding(StoredUser? user, string link) =>
        UserRules.Standing(user?.AddressLink, link, user?.NextAddress is null, Now);

    private (UserLink Link, string Url) NewLink()
    {
        var link = links.New();
        return (new UserLink(link.Hash, Now, Now + UserLimits.InvitationLife), link.Url);
    }

    private Task Issue(LinkPurpose purpose, string user, UserLink link) =>
        GrainFactory.GetGrain<ILinkGrain>(link.Hash).Issue(new LinkTarget(purpose, Tenant, user), link.ExpiresAt);
}
