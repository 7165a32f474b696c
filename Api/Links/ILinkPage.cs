using Actors.Api.Hosting;
using Actors.Grains.Links;

namespace Actors.Api.Links;

/// <summary>The page behind links of one purpose.</summary>
internal interface ILinkPage
{
    /// <summary>Changes nothing: mail scanners and previews follow links, too.</summary>
    Task<LinkView> Show(FollowedLink link);

    /// <summary>Does what the button on the page says; safe to repeat.</summary>
    Task<LinkView> Act(FollowedLink link, LinkForm form);
}

/// <param name="Hash">Of the token: what the owner knows the link by.</param>
internal sealed record FollowedLink(Call Call, string Hash, LinkTarget Target);
