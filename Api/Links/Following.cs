using Actors.Api.Hosting;
using Actors.Grains.Links;
using Microsoft.AspNetCore.Http;

namespace Actors.Api.Links;

/// <summary>From the address in a mail to the page of its purpose.</summary>
internal static class Following
{
    private static readonly LinkView Unknown = new LinkView.Closed(LinkStanding.Unknown);

    public static async Task<IResult> Show(Call call) => new LinkResult(
        await Find(call) is var (link, page) ? await page.Show(link) : Unknown);

    public static async Task<IResult> Act(Call call)
    {
        if (await LinkForm.Read(call.Http) is not { } form || await Find(call) is not var (link, page))
            return new LinkResult(Unknown);
        return new LinkResult(await page.Act(link, form));
    }

    private static async ValueTask<(FollowedLink, ILinkPage)?> Find(Call call)
    {
        if (LinkToken.HashOf(call.Segment("token")) is not { } hash)
            return null;
        return await call.Grains.GetGrain<ILinkGrain>(hash).Find() is { } target
            && LinkPages.Of(target.Purpose) is { } page
            ? (new FollowedLink(call, hash, target), page)
            : null;
    }
}
