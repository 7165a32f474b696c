using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Api.Tests.Harness;

/// <summary>Does nothing of what domains order: the gateway's part is to ask for it.</summary>
internal sealed class SilentDns : IDomainWorks
{
    private int orders;

    public int Orders => Volatile.Read(ref orders);

    public void Start(DomainOrder order) => Interlocked.Increment(ref orders);
}

internal sealed class NoDomainDirectory : IDomainDirectory
{
    public void Forget(DomainKey domain)
    {
        // nothing is remembered
    }
}

internal sealed class NoZone : IZoneExport
{
    public Task<string?> Write() => Task.FromResult<string?>("mail.example.net. 3600 IN SOA …\n");
}
