using Actors.Grains.Answers;

namespace Actors.Grains.Tenants;

/// <summary>Shows and sets how a tenant's mail leaves. Keeps nothing itself: the tenant does.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>.</remarks>
[Alias("way-out")]
public interface IWayOutGrain : IGrainWithStringKey
{
    Task<Answer<WayOutView>> Get();

    /// <param name="ifMatch">The version the client has seen; null where it does not ask.</param>
    Task<Answer<WayOutView>> Set(TenantWay way, string? ifMatch);
}
