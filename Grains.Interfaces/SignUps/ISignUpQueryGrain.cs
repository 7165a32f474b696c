using System.Collections.Immutable;
using Actors.Grains.Contacts;

namespace Actors.Grains.SignUps;

/// <summary>The double opt-ins of a tenant.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>.</remarks>
[Alias("sign-up-query")]
public interface ISignUpQueryGrain : IGrainWithStringKey
{
    /// <returns>Whom something was asked, in the order of their hashes; fewer than the limit at the end.</returns>
    /// <param name="after">Continue behind this one; null from the first.</param>
    /// <param name="limit">1 to 1,000.</param>
    Task<ImmutableArray<ContactHash>> Asked(ContactHash? after, int limit);
}
