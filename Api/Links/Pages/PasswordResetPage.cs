using Actors.Grains.Links;
using Actors.Grains.People;
using Actors.Mail.Addresses;

namespace Actors.Api.Links.Pages;

/// <summary>Sets a new password for whoever reads the mail.</summary>
internal sealed class PasswordResetPage : ILinkPage
{
    private static readonly LinkView.Ask Question = new(
        "Set a new password", "It ends all your sessions, on every device.", "Set password")
    {
        Fields = NewPassword.Fields,
    };

    public async Task<LinkView> Show(FollowedLink link) =>
        await Person(link).Reset(link.Hash) is var standing and not LinkStanding.Open
            ? new LinkView.Closed(standing)
            : Question;

    public async Task<LinkView> Act(FollowedLink link, LinkForm form)
    {
        if (await Show(link) is LinkView.Closed closed)
            return closed;
        var address = EmailAddress.TryParse(link.Target.Subject, out var known) ? known : null;
        var (hash, again) = await NewPassword.Read(link, form, address, Question);
        if (hash is null)
            return again!;
        return await Person(link).ResetPassword(link.Hash, hash) is var standing and not LinkStanding.Open
            ? new LinkView.Closed(standing)
            : new LinkView.Done("The password is set", "Log in with it.");
    }

    private static IPersonGrain Person(FollowedLink link) =>
        link.Call.Grains.GetGrain<IPersonGrain>(link.Target.Subject);
}
