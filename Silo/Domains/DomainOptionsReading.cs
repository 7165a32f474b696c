using System.Net;
using System.Net.Sockets;
using Actors.Dns.Updates;
using Actors.Grains.Domains;
using Actors.Mail.Addresses;
using Actors.Mail.Addresses.Registries;
using Actors.Silo.Configuration;

namespace Actors.Silo.Domains;

/// <summary>What the settings about domains stand for. They were checked when the process started.</summary>
public static class DomainOptionsReading
{
    private const string SuffixFile = "/usr/share/publicsuffix/public_suffix_list.dat";

    public static DomainOptions Domains(this SiloSettings settings) => new()
    {
        Zone = DomainOrNull(settings.Domains.Zone),
        WhiteLabel = DomainOrNull(settings.Domains.WhiteLabel),
        HostName = DomainName.Parse(settings.HostName),
        SpfTerms = SpfTerms(settings),
        DmarcReports = settings.Domains.DmarcReports.Length > 0 ? settings.Domains.DmarcReports : null,
        Suffixes = Suffixes(settings.Domains.PublicSuffixes),
        OwnNames = [.. new[] { settings.Platform.MailFrom, settings.Domains.DmarcReports }.SelectMany(LocalPart)],
    };

    /// <summary>The primary first.</summary>
    public static IReadOnlyList<string> NameServers(this SiloSettings settings) =>
        DeliverySettingsParsing.Parts(settings.Domains.NameServers) is { Length: > 0 } named
            ? named
            : [settings.HostName];

    /// <summary>Single addresses among the networks that mail leaves from.</summary>
    public static IEnumerable<IPAddress> Addresses(this DomainSettings settings) => Networks(settings)
        .Where(network => network.PrefixLength == Bits(network)).Select(network => network.BaseAddress);

    /// <param name="key">Null when the file holds none.</param>
    public static bool TryReadUpdateKey(string file, out TsigKey? key)
    {
        key = null;
        return Files.SmallFile.TryRead(file, 4096, out var octets, out _)
            && TsigKey.TryRead(System.Text.Encoding.ASCII.GetString(octets), out key);
    }

    private static IEnumerable<string> LocalPart(string address) =>
        EmailAddress.TryParse(address, out var parsed) ? [parsed.Key[..parsed.Key.LastIndexOf('@')]] : [];

    private static string SpfTerms(SiloSettings settings)
    {
        var terms = Networks(settings.Domains).Select(Term).ToList();
        if (settings.Delivery.Source() is { } source)
            terms.Add(source.AddressFamily == AddressFamily.InterNetwork ? $"ip4:{source}" : $"ip6:{source}");
        return terms.Count > 0 ? string.Join(' ', terms.Distinct()) : $"a:{DomainName.Parse(settings.HostName).Ascii}";
    }

    private static string Term(IPNetwork network)
    {
        var name = network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? "ip4" : "ip6";
        return network.PrefixLength == Bits(network) ? $"{name}:{network.BaseAddress}" : $"{name}:{network}";
    }

    private static int Bits(IPNetwork network) => network.BaseAddress.GetAddressBytes().Length * 8;

    private static IEnumerable<IPNetwork> Networks(DomainSettings settings) =>
        DeliverySettingsParsing.Parts(settings.SendingNetworks).Select(IPNetwork.Parse);

    private static DomainName? DomainOrNull(string text) => DomainName.TryParse(text, out var domain) ? domain : null;

    private static PublicSuffixes Suffixes(string file) => file.Length > 0
        ? PublicSuffixes.Read(File.ReadAllText(file))
        : File.Exists(SuffixFile)
            ? PublicSuffixes.Read(File.ReadAllText(SuffixFile))
            : PublicSuffixes.BuiltIn;
}
