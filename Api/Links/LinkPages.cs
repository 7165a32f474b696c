using System.Collections.Frozen;
using Actors.Grains.Links;

namespace Actors.Api.Links;

/// <summary>Which page is behind links of which purpose.</summary>
internal static class LinkPages
{
    private static readonly FrozenDictionary<LinkPurpose, ILinkPage> Pages =
        new Dictionary<LinkPurpose, ILinkPage>().ToFrozenDictionary();

    public static ILinkPage? Of(LinkPurpose purpose) => Pages.GetValueOrDefault(purpose);
}
