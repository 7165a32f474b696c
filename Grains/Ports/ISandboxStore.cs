using Actors.Grains.Ids;
using Actors.Grains.Sandbox;

namespace Actors.Grains.Ports;

/// <summary>Keeps what the built-in receiving server took: the newest thousand of each tenant.</summary>
public interface ISandboxStore
{
    Task Add(TenantId tenant, SandboxMail mail, ReadOnlyMemory<byte> raw);

    Task<SandboxPage> List(TenantId tenant, string? after, int limit);

    Task<ReadOnlyMemory<byte>?> Raw(TenantId tenant, string id);
}
