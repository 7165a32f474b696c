using System.Globalization;
using Actors.Api.SignUps;
using Actors.Grains.Contacts;
using Actors.Grains.Links;
using Actors.Grains.SignUps;
using Actors.Grains.StandardEmails;
using Actors.Grains.Tenants;

namespace Actors.Api.Links.Pages;

/// <summary>Behind the link of a double opt-in.</summary>
internal sealed class SubscriptionPage : ILinkPage
{
    public async Task<LinkView> Show(FollowedLink link)
    {
        var found = await SignUp(link).Link(link.Hash);
        var words = await SignUpWords.Of(link.Call, link.Target.Tenant, found.Language);
        if (found.Standing != LinkStanding.Open)
            return Closed(found.Standing, words);
        var tenant = await link.Call.Grains.GetGrain<ITenantGrain>(link.Target.Tenant.Value).Get();
        var lists = found.Lists.IsEmpty ? "" : $" ({string.Join(", ", found.Lists)})";
        return new LinkView.Ask(
            words.Title,
            string.Format(
                CultureInfo.InvariantCulture, words.Question, tenant?.Name ?? link.Target.Tenant.Value, lists),
            words.Confirm)
        {
            Language = words.Language,
        };
    }

    /// <summary>Pressed again, it says that the link was used.</summary>
    public async Task<LinkView> Act(FollowedLink link, LinkForm form)
    {
        var found = await SignUp(link).Link(link.Hash);
        var words = await SignUpWords.Of(link.Call, link.Target.Tenant, found.Language);
        return await SignUp(link).Confirm(link.Hash, SubscriberNetwork.Of(link.Call)) is var standing
            and not LinkStanding.Open
            ? Closed(standing, words)
            : new LinkView.Done(words.DoneTitle, words.Done) { Language = words.Language };
    }

    private static LinkView.Closed Closed(LinkStanding standing, SignUpWords words) => new(standing)
    {
        Language = standing is LinkStanding.Used or LinkStanding.Expired ? words.Language : EmailLanguages.Default,
        Words = standing switch
        {
            LinkStanding.Used => (words.UsedTitle, words.Used),
            LinkStanding.Expired => (words.ExpiredTitle, words.Expired),
            _ => null,
        },
    };

    private static ISignUpGrain SignUp(FollowedLink link) =>
        ContactHash.TryParse(link.Target.Subject, out var contact)
            ? link.Call.Grains.SignUp(new ContactKey(link.Target.Tenant, contact))
            : throw new FormatException($"'{link.Target.Subject}' is no contact");
}
