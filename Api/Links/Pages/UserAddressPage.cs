using Actors.Grains.Links;
using Actors.Grains.Users;
using Actors.Mail.Addresses;

namespace Actors.Api.Links.Pages;

/// <summary>Proves that a user has the address it changes to.</summary>
internal sealed class UserAddressPage : JoiningPage
{
    protected override Task<InvitationView> Find(ITenantUsersGrain users, FollowedLink link) =>
        users.AddressChange(link.Target.Subject, link.Hash);

    protected override LinkView.Ask Question(EmailAddress address, bool known) => new(
        "Change your e-mail address",
        known ? $"You log in as {address} from now on, with the password of that address."
            : $"Choose a password for {address}: you log in with both from now on.",
        "Change");

    protected override Task<LinkStanding> Join(ITenantUsersGrain users, FollowedLink link) =>
        users.ConfirmAddress(link.Target.Subject, link.Hash);

    protected override LinkView.Done Joined(EmailAddress address) =>
        new("The address is yours", $"Log in as {address} from now on.");
}
