using Actors.Grains.Links;
using Actors.Grains.Users;
using Actors.Mail.Addresses;

namespace Actors.Api.Links.Pages;

/// <summary>Makes a user of whoever reads the mail.</summary>
internal sealed class InvitationPage : JoiningPage
{
    protected override Task<InvitationView> Find(ITenantUsersGrain users, FollowedLink link) =>
        users.Invitation(link.Target.Subject, link.Hash);

    protected override LinkView.Ask Question(EmailAddress address, bool known) => new(
        "Accept the invitation",
        known ? "Your password stays the one you have." : $"Choose a password for {address}.", "Accept");

    protected override Task<LinkStanding> Join(ITenantUsersGrain users, FollowedLink link) =>
        users.Accept(link.Target.Subject, link.Hash, null);

    protected override LinkView.Done Joined(EmailAddress address) =>
        new("Welcome", $"You are a user now. Log in as {address}.");
}
