using Actors.Grains.Links;
using Actors.Grains.TestAddresses;
using Actors.Mail.Addresses;

namespace Actors.Api.Links.Pages;

/// <summary>Proves an address that test messages may go to.</summary>
internal sealed class TestAddressPage : ILinkPage
{
    public async Task<LinkView> Show(FollowedLink link)
    {
        var address = EmailAddress.Parse(link.Target.Subject);
        return await Addresses(link).Standing(address, link.Hash) is var standing and not LinkStanding.Open
            ? new LinkView.Closed(standing)
            : new LinkView.Ask(
                "Receive test messages", $"Test messages may be sent to {address} from now on.", "Allow");
    }

    public async Task<LinkView> Act(FollowedLink link, LinkForm form)
    {
        var address = EmailAddress.Parse(link.Target.Subject);
        return await Addresses(link).Confirm(address, link.Hash) is var standing and not LinkStanding.Open
            ? new LinkView.Closed(standing)
            : new LinkView.Done("The address is confirmed", $"Test messages may be sent to {address}.");
    }

    private static ITestAddressesGrain Addresses(FollowedLink link) =>
        link.Call.Grains.GetGrain<ITestAddressesGrain>(link.Target.Tenant.Value);
}
