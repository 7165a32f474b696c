using Actors.Grains.Links;
using Actors.Grains.People;
using Actors.Grains.Users;

namespace Actors.Api.Links.Pages;

/// <summary>Makes a user of whoever reads the mail; asks for a password where they have none yet.</summary>
internal sealed class InvitationPage : ILinkPage
{
    public async Task<LinkView> Show(FollowedLink link) => (await Look(link)).View;

    public async Task<LinkView> Act(FollowedLink link, LinkForm form)
    {
        var (view, invitation) = await Look(link);
        if (view is not LinkView.Ask ask || invitation.Address is not { } address)
            return view;
        if (!ask.Fields.IsEmpty)
        {
            var (hash, again) = await NewPassword.Read(link, form, address, ask);
            if (hash is null)
                return again!;
            await link.Call.Grains.GetGrain<IPersonGrain>(address.Key).SetFirstPassword(address, hash);
        }

        return await Users(link).Accept(link.Target.Subject, link.Hash, null) is var standing and not LinkStanding.Open
            ? new LinkView.Closed(standing)
            : new LinkView.Done("Welcome", $"You are a user now. Log in as {address}.");
    }

    private static async Task<(LinkView View, InvitationView Invitation)> Look(FollowedLink link)
    {
        var invitation = await Users(link).Invitation(link.Target.Subject, link.Hash);
        if (invitation is not { Standing: LinkStanding.Open, Address: { } address })
            return (new LinkView.Closed(invitation.Standing), invitation);
        var known = await link.Call.Grains.GetGrain<IPersonGrain>(address.Key).Salt() is not null;
        var ask = new LinkView.Ask(
            "Accept the invitation",
            known ? "Your password stays the one you have." : $"Choose a password for {address}.", "Accept");
        return (known ? ask : ask with { Fields = NewPassword.Fields }, invitation);
    }

    private static ITenantUsersGrain Users(FollowedLink link) =>
        link.Call.Grains.GetGrain<ITenantUsersGrain>(link.Target.Tenant.Value);
}
