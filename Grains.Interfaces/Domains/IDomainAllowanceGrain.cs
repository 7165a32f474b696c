using Actors.Grains.Submissions;
using Actors.Mail.Addresses;

namespace Actors.Grains.Domains;

/// <summary>Lets a tenant's domains in one by one, so that those that are registered at the same moment are not more
/// than its plan has. Keeps nothing: a registration that was under way dies with the process, too.</summary>
/// <remarks>Key: <see cref="Ids.TenantId"/>.</remarks>
[Alias("domain-allowance")]
public interface IDomainAllowanceGrain : IGrainWithStringKey
{
    /// <returns>Null when the domain may be registered: it counts from now on.</returns>
    Task<Refusal?> Admit(DomainName domain);

    /// <summary>It is stored, or is not going to be.</summary>
    Task Settled(DomainName domain);
}
