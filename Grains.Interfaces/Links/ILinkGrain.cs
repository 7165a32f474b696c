using Actors.Grains.Alarms;
using Actors.Grains.Ids;

namespace Actors.Grains.Links;

/// <summary>What a link in a mail leads to. Whether it still holds is decided by the grain it leads to.</summary>
/// <remarks>Key: <see cref="Credentials.Secret.Hash"/> of the token in the link.</remarks>
[Alias("link")]
public interface ILinkGrain : IAlarmed
{
    /// <summary>Repeating it changes nothing.</summary>
    /// <param name="expiresAt">As its owner decides; kept a while longer, so that an old link is told to be
    /// old.</param>
    Task Issue(LinkTarget target, DateTimeOffset expiresAt);

    /// <returns>Null for a token that was never given out, or long ago.</returns>
    [ReadOnly]
    Task<LinkTarget?> Find();
}

public static class LinkLimits
{
    /// <summary>How long after its end a link is still told to have expired; then it is unknown.</summary>
    public static readonly TimeSpan ToldExpired = TimeSpan.FromDays(30);
}

/// <param name="Subject">What of the tenant's it is about, as the grain that owns the purpose names it.</param>
[GenerateSerializer, Immutable, Alias("link-target")]
public sealed record LinkTarget(LinkPurpose Purpose, TenantId Tenant, string Subject);
