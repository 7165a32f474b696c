using System.Collections.Frozen;
using Actors.Api.Domains;
using Actors.Api.Links.Pages;
using Actors.Api.Senders;
using Actors.Grains.Links;

namespace Actors.Api.Links;

/// <summary>Which page is behind links of which purpose.</summary>
internal static class LinkPages
{
    private static readonly FrozenDictionary<LinkPurpose, ILinkPage> Pages =
        new Dictionary<LinkPurpose, ILinkPage>
        {
            [LinkPurpose.TestAddress] = new TestAddressPage(),
            [LinkPurpose.UserAddress] = new UserAddressPage(),
            [LinkPurpose.Invitation] = new InvitationPage(),
            [LinkPurpose.PasswordReset] = new PasswordResetPage(),
            [LinkPurpose.DomainShare] = new SharedDomainPage(),
            [LinkPurpose.SenderConfirmation] = new SenderConfirmationPage(),
            [LinkPurpose.Subscription] = new SubscriptionPage(),
        }.ToFrozenDictionary();

    public static ILinkPage? Of(LinkPurpose purpose) => Pages.GetValueOrDefault(purpose);
}
