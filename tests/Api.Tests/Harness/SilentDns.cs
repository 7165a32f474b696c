using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Ports;

namespace Actors.Api.Tests.Harness;

/// <summary>Does nothing of what domains order: the gateway's part is to ask for it.</summary>
internal sealed class SilentDns : IDomainWorks
{
    private int orders;

    public int Orders => Volatile.Read(ref orders);

    /// <summary>The order that came last; null before the first.</summary>
    public DomainOrder? Last { get; private set; }

    public void Start(DomainOrder order)
    {
        Last = order;
        Interlocked.Increment(ref orders);
    }
}

internal sealed class NoDomainDirectory : IDomainDirectory
{
    public void Forget(DomainKey domain)
    {
        // nothing is remembered
    }
}

internal sealed class ExampleZone : IZoneExport
{
    /// <summary>Null where no zone is configured.</summary>
    public string? Text { get; set; } = "mail.example.net. 3600 IN SOA …\n";

    public Task<string?> Write() => Task.FromResult(Text);
}
