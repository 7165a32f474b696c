using Actors.Api.Links;
using Actors.Grains.Ids;
using Actors.Grains.Links;
using Actors.Grains.Senders;
using Actors.Mail.Addresses;

namespace Actors.Api.Senders;

/// <summary>Behind the link in a confirmation message.</summary>
internal sealed class SenderConfirmationPage : ILinkPage
{
    public async Task<LinkView> Show(FollowedLink link) => await Sender(link).Link(link.Hash) switch
    {
        { Standing: LinkStanding.Open, Address: { } address } => new LinkView.Ask(
            "Confirm a sender",
            $"{link.Target.Tenant} wants to send mail from {Shown(address)}. Confirm only if you expected this; "
                + "otherwise close this page, and nothing happens.",
            "Confirm"),
        { Standing: var standing } => new LinkView.Closed(standing),
    };

    /// <summary>Pressed again, it says that the link was used.</summary>
    public async Task<LinkView> Act(FollowedLink link, LinkForm form) => await Sender(link).Confirm(link.Hash) switch
    {
        { Standing: LinkStanding.Open, Address: { } address } => new LinkView.Done(
            "The sender is confirmed", $"Mail may now be sent from {Shown(address)}."),
        { Standing: var standing } => new LinkView.Closed(standing),
    };

    private static ISenderGrain Sender(FollowedLink link) => link.Call.Grains.GetGrain<ISenderGrain>(
        new SenderKey(link.Target.Tenant, SenderId.Parse(link.Target.Subject)).ToString());

    private static string Shown(EmailAddress address) => $"{address.LocalPart}@{address.Domain.Unicode}";
}
