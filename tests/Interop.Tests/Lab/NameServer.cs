namespace Actors.Interop.Tests.Lab;

/// <summary>nsd with the lab's zone, and with further ones.</summary>
internal static class NameServer
{
    public const string Zone = "lab.example";

    /// <summary>Where bounces are to go, for a silo that takes them.</summary>
    public const string ReturnPaths = "bounces." + Zone;

    /// <summary>What stands above all of them: DMARC asks there, too.</summary>
    private const string Parent = "example";

    private const string ParentFile = $"""
        $ORIGIN {Parent}.
        @ 300 SOA ns.{Zone}. hostmaster.{Zone}. 1 3600 600 86400 5
        @ 300 NS  ns.{Zone}.

        """;

    private const string ZoneFile = $"""
        $ORIGIN {Zone}.
        $TTL 300
        @            SOA ns hostmaster 1 3600 600 86400 60
        @            NS  ns
        ns           A   {Addresses.NameServer}
        mx1          A   {Addresses.Mx1}
        mx2          A   {Addresses.Mx2}
        mx-policy    A   {Addresses.MxPolicy}
        mx-tls       A   {Addresses.MxTls}
        mx-dead      A   {Addresses.MxDead}
        mx-scripted  A   {Addresses.MxScripted}
        mx-seven     A   {Addresses.MxSeven}
        mx-inside    A   {Addresses.Loopback}
        plain        MX  10 mx1
        ordered      MX  20 mx1
        ordered      MX  10 mx2
        half-dead    MX  10 mx-dead
        half-dead    MX  20 mx1
        equal        MX  10 mx1
        equal        MX  10 mx2
        bare         A   {Addresses.Mx2}
        null         MX  0  .
        picky        MX  10 mx-policy
        tls          MX  10 mx-tls
        seven        MX  10 mx-seven
        scripted     MX  10 mx-scripted
        rescued      MX  10 mx-scripted
        rescued      MX  20 mx1
        loopback     MX  10 mx-inside
        private      A   {Addresses.Private}
        late         MX  10 mx2
        alias        CNAME plain
        self         MX  10 {SiloProgram.HostName}.
        void         MX  10 nobody

        """;

    /// <param name="records">More of the lab's zone.</param>
    public static Task<LabProcess> Start(NetworkNamespace network, string folder, string records) =>
        Start(network, folder, new Dictionary<string, string> { [Zone] = ZoneFile + records });

    /// <param name="zones">Beside the lab's: the file of each.</param>
    public static Task<LabProcess> StartWith(
        NetworkNamespace network, string folder, IReadOnlyDictionary<string, string> zones) =>
        Start(network, folder, new Dictionary<string, string>(zones) { [Zone] = ZoneFile });

    private static async Task<LabProcess> Start(
        NetworkNamespace network, string folder, Dictionary<string, string> zones)
    {
        var configuration = Path.Combine(folder, "nsd.conf");
        zones[Parent] = ParentFile;
        foreach (var (zone, file) in zones)
            await File.WriteAllTextAsync(Path.Combine(folder, zone + ".zone"), file);
        await File.WriteAllTextAsync(configuration, Configuration(folder, zones.Keys));
        var nsd = new LabProcess("nsd", network.Inside("nsd", "-d", "-c", configuration));
        await nsd.Said("nsd started");
        return nsd;
    }

    private static string Configuration(string folder, IEnumerable<string> zones) => $"""
        server:
          ip-address: {Addresses.NameServer}
          username: ""
          zonesdir: "{folder}"
          database: ""
          pidfile: "{folder}/nsd.pid"
          xfrdfile: "{folder}/xfrd"
          xfrdir: "{folder}"
          zonelistfile: "{folder}/zones"
          server-count: 1
          verbosity: 1
        remote-control:
          control-enable: no

        """ + string.Concat(zones.Select(zone => $"zone:\n  name: {zone}\n  zonefile: {zone}.zone\n"));
}
