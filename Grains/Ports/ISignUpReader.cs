using System.Collections.Immutable;
using Actors.Grains.Contacts;
using Actors.Grains.Ids;

namespace Actors.Grains.Ports;

/// <summary>Reads which addresses of a tenant were asked whether they want to be on lists.</summary>
public interface ISignUpReader
{
    /// <returns>In the order of their hashes; also those that have answered, as long as the question is
    /// kept.</returns>
    /// <param name="tenant">Whose.</param>
    /// <param name="after">Continue behind this one; null from the first.</param>
    /// <param name="limit">How many at most.</param>
    Task<ImmutableArray<ContactHash>> Read(TenantId tenant, ContactHash? after, int limit);
}
