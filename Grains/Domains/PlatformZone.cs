using System.Collections.Immutable;
using Actors.Mail.Addresses;

namespace Actors.Grains.Domains;

/// <summary>Names in the platform's zone that are there whatever domains there are.</summary>
public static class PlatformZone
{
    /// <summary>What customers' SPF policies include.</summary>
    public static string SpfName(DomainOptions options) => $"_spf.{options.Zone?.Ascii}";

    /// <summary>The host of MAIL FROM where a tenant has none of its own; those of tenants are below it.</summary>
    public static string PathName(DomainOptions options) => $"rp.{options.Zone?.Ascii}";

    /// <summary>Where customers' tracking hosts point.</summary>
    public static string TrackingName(DomainOptions options) => $"track.{options.Zone?.Ascii}";

    public static ImmutableArray<ZoneEntry> Entries(DomainOptions options)
    {
        var entries = ImmutableArray.CreateBuilder<ZoneEntry>();
        entries.Add(new(SpfName(options), "TXT", $"v=spf1 {options.SpfTerms} -all"));
        entries.Add(new(PathName(options), "MX", $"10 {options.HostName.Ascii}"));
        entries.Add(new(PathName(options), "TXT", $"v=spf1 include:{SpfName(options)} -all"));
        entries.Add(new(TrackingName(options), "CNAME", options.HostName.Ascii));
        if (options.DmarcReports is { } reports && EmailAddress.Parse(reports).Domain is var domain
            && options.IsOurs(domain))
            // RFC 9990 §4: whoever takes reports of other domains says so.
            entries.Add(new($"*._report._dmarc.{domain.Ascii}", "TXT", "v=DMARC1"));
        return entries.ToImmutable();
    }
}
