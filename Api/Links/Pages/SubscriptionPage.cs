using Actors.Api.SignUps;
using Actors.Grains.Contacts;
using Actors.Grains.Links;
using Actors.Grains.SignUps;
using Actors.Grains.Tenants;

namespace Actors.Api.Links.Pages;

/// <summary>Behind the link of a double opt-in.</summary>
internal sealed class SubscriptionPage : ILinkPage
{
    public async Task<LinkView> Show(FollowedLink link)
    {
        var found = await SignUp(link).Link(link.Hash);
        if (found.Standing != LinkStanding.Open)
            return new LinkView.Closed(found.Standing);
        var tenant = await link.Call.Grains.GetGrain<ITenantGrain>(link.Target.Tenant.Value).Get();
        var lists = found.Lists.IsEmpty ? "" : $" ({string.Join(", ", found.Lists)})";
        return new LinkView.Ask(
            "Confirm your subscription",
            $"{tenant?.Name ?? link.Target.Tenant.Value} wants to send you e-mails{lists}. Confirm only if you asked "
                + "for them; otherwise close this page, and nothing happens.",
            "Confirm");
    }

    /// <summary>Pressed again, it says that the link was used.</summary>
    public async Task<LinkView> Act(FollowedLink link, LinkForm form) =>
        await SignUp(link).Confirm(link.Hash, SubscriberNetwork.Of(link.Call)) is var standing
            and not LinkStanding.Open
            ? new LinkView.Closed(standing)
            : new LinkView.Done("You have subscribed", "Every e-mail tells how to unsubscribe again.");

    private static ISignUpGrain SignUp(FollowedLink link) =>
        ContactHash.TryParse(link.Target.Subject, out var contact)
            ? link.Call.Grains.SignUp(new ContactKey(link.Target.Tenant, contact))
            : throw new FormatException($"'{link.Target.Subject}' is no contact");
}
