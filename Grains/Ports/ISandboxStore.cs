using Actors.Grains.Ids;
using Actors.Grains.Sandbox;

namespace Actors.Grains.Ports;

/// <summary>Keeps what the built-in receiving server took: the newest thousand of each tenant.</summary>
public interface ISandboxStore
{
    Task Add(TenantId tenant, SandboxMail mail, ReadOnlyMemory<byte> raw);

    Task<SandboxPage> List(TenantId tenant, string? after, int limit);

    /// <returns>Null for an id that is not the tenant's, or no longer.</returns>
    Task<ReceivedMail?> Find(TenantId tenant, string id);
}
