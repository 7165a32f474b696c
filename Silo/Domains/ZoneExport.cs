using System.Net.Sockets;
using Actors.Dns.Messages;
using Actors.Dns.Zones;
using Actors.Grains.Domains;
using Actors.Grains.Ids;
using Actors.Grains.Listings;
using Actors.Grains.Platform;
using Actors.Grains.Ports;
using Actors.Mail.Addresses;
using Actors.Silo.Configuration;

namespace Actors.Silo.Domains;

/// <summary>Writes the platform's zone as a file: its own names, and those of every domain.</summary>
public sealed class ZoneExport(
    IGrainFactory grains, SiloSettings settings, DomainOptions options, TimeProvider time) : IZoneExport
{
    private const int Page = 500;

    public async Task<string?> Write()
    {
        if (options.Zone is not { } zone)
            return null;
        var servers = settings.NameServers();
        var entries = new List<ZoneEntry>(servers.Select(server => new ZoneEntry(zone.Ascii, "NS", server)));
        if (options.IsOurs(options.HostName))
            entries.AddRange(settings.Domains.Addresses().Select(address => new ZoneEntry(
                options.HostName.Ascii, address.AddressFamily == AddressFamily.InterNetwork ? "A" : "AAAA",
                address.ToString())));
        entries.AddRange(PlatformZone.Entries(options));
        await foreach (var domain in Domains())
            entries.AddRange(await grains.GetGrain<IDomainGrain>(domain.ToString()).Zone());
        return ZoneFile.Write(
            DnsName.Parse(zone.Ascii), DnsName.Parse(servers[0]), (uint)time.GetUtcNow().ToUnixTimeSeconds(),
            entries.Distinct().Select(ZoneRecords.Of));
    }

    private async IAsyncEnumerable<DomainKey> Domains()
    {
        var listing = grains.GetGrain<IListingGrain>(PlatformKey.Value);
        var query = new ListingQuery(ListingKinds.Domain) { Limit = Page };
        while (true)
        {
            var page = await listing.List(query);
            foreach (var item in page.Items)
                yield return new DomainKey(item.Tenant!.Value, DomainName.Parse(item.Id));
            if (!page.HasMore)
                yield break;
            query = query with { After = page.Items[^1] };
        }
    }
}
