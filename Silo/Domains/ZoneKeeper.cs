using System.Net;
using Actors.Dns.Messages;
using Actors.Dns.Updates;
using Actors.Grains.Domains;
using Actors.Silo.Configuration;

namespace Actors.Silo.Domains;

/// <summary>Tells the zone's primary server what changes, where one is configured.</summary>
public sealed class ZoneKeeper
{
    private readonly ZoneUpdates? updates;
    private readonly ILogger<ZoneKeeper> log;

    public ZoneKeeper(SiloSettings settings, TimeProvider time, Random random, ILogger<ZoneKeeper> log)
    {
        this.log = log;
        if (settings.Domains.UpdateServer.Length > 0 && settings.Domains.Zone.Length > 0
            && DomainOptionsReading.TryReadUpdateKey(settings.Domains.UpdateKey, out var key))
            updates = new ZoneUpdates(
                IPEndPoint.Parse(settings.Domains.UpdateServer), DnsName.Parse(settings.Domains().Zone!.Ascii), key!,
                time, random);
    }

    /// <returns>Whether the zone has it; also when nobody keeps the zone but by hand.</returns>
    public async Task<bool> Publish(IReadOnlyCollection<ZoneSet> sets, CancellationToken cancellation)
    {
        if (updates is null)
            return true;
        foreach (var some in sets.Chunk(ZoneUpdates.ChangesMax))
        {
            if (await updates.Send([.. some.Select(ZoneRecords.Change)], cancellation)
                is not UpdateResult.Failed failed)
                continue;
            log.LogWarning("the zone could not be updated, and is later: {Reason}", failed.Reason);
            return false;
        }
        return true;
    }
}
