using Actors.Grains.Links;
using Actors.Grains.People;
using Actors.Grains.Users;
using Actors.Mail.Addresses;

namespace Actors.Api.Links.Pages;

/// <summary>Makes an address that of a user; asks for a password where the address has none yet.</summary>
internal abstract class JoiningPage : ILinkPage
{
    public async Task<LinkView> Show(FollowedLink link) => (await Look(link)).View;

    public async Task<LinkView> Act(FollowedLink link, LinkForm form)
    {
        var (view, joining) = await Look(link);
        if (view is not LinkView.Ask ask || joining.Address is not { } address)
            return view;
        if (!ask.Fields.IsEmpty)
        {
            var (hash, again) = await NewPassword.Read(link, form, address, ask);
            if (hash is null)
                return again!;
            await link.Call.Grains.GetGrain<IPersonGrain>(address.Key).SetFirstPassword(address, hash);
        }

        return await Join(Users(link), link) is var standing and not LinkStanding.Open
            ? new LinkView.Closed(standing)
            : Joined(address);
    }

    protected abstract Task<InvitationView> Find(ITenantUsersGrain users, FollowedLink link);

    /// <param name="known">Whether the address has a password already.</param>
    protected abstract LinkView.Ask Question(EmailAddress address, bool known);

    protected abstract Task<LinkStanding> Join(ITenantUsersGrain users, FollowedLink link);

    protected abstract LinkView.Done Joined(EmailAddress address);

    private async Task<(LinkView View, InvitationView Joining)> Look(FollowedLink link)
    {
        var joining = await Find(Users(link), link);
        if (joining is not { Standing: LinkStanding.Open, Address: { } address })
            return (new LinkView.Closed(joining.Standing), joining);
        var known = await link.Call.Grains.GetGrain<IPersonGrain>(address.Key).Salt() is not null;
        var ask = Question(address, known);
        return (known ? ask : ask with { Fields = NewPassword.Fields }, joining);
    }

    private static ITenantUsersGrain Users(FollowedLink link) =>
        link.Call.Grains.GetGrain<ITenantUsersGrain>(link.Target.Tenant.Value);
}
