using Actors.Grains.Links;
using Actors.Grains.People;
using Actors.Grains.Users;

namespace Actors.Api.Links.Pages;

/// <summary>Proves that a user has the address it changes to.</summary>
internal sealed class UserAddressPage : ILinkPage
{
    public async Task<LinkView> Show(FollowedLink link) => (await Look(link)).View;

    public async Task<LinkView> Act(FollowedLink link, LinkForm form)
    {
        var (view, change) = await Look(link);
        if (view is not LinkView.Ask ask || change.Address is not { } address)
            return view;
        if (!ask.Fields.IsEmpty)
        {
            var (hash, again) = await NewPassword.Read(link, form, address, ask);
            if (hash is null)
                return again!;
            await link.Call.Grains.GetGrain<IPersonGrain>(address.Key).SetFirstPassword(address, hash);
        }

        return await Users(link).ConfirmAddress(link.Target.Subject, link.Hash)
            is var standing and not LinkStanding.Open
            ? new LinkView.Closed(standing)
            : new LinkView.Done("The address is yours", $"Log in as {address} from now on.");
    }

    private static async Task<(LinkView View, InvitationView Change)> Look(FollowedLink link)
    {
        var change = await Users(link).AddressChange(link.Target.Subject, link.Hash);
        if (change is not { Standing: LinkStanding.Open, Address: { } address })
            return (new LinkView.Closed(change.Standing), change);
        var known = await link.Call.Grains.GetGrain<IPersonGrain>(address.Key).Salt() is not null;
        var ask = new LinkView.Ask(
            "Change your e-mail address",
            known ? $"You log in as {address} from now on, with the password of that address."
                : $"Choose a password for {address}: you log in with both from now on.",
            "Change");
        return (known ? ask : ask with { Fields = NewPassword.Fields }, change);
    }

    private static ITenantUsersGrain Users(FollowedLink link) =>
        link.Call.Grains.GetGrain<ITenantUsersGrain>(link.Target.Tenant.Value);
}
