namespace Actors.Interop.Tests.Lab;

/// <summary>nsd with the lab's zone.</summary>
internal static class NameServer
{
    public const string Zone = "lab.example";

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
        alias        CNAME plain
        self         MX  10 {SiloProgram.HostName}.
        void         MX  10 nobody

        """;

    /// <param name="records">More of the zone.</param>
    public static async Task<LabProcess> Start(NetworkNamespace network, string folder, string records)
    {
        var configuration = Path.Combine(folder, "nsd.conf");
        await File.WriteAllTextAsync(Path.Combine(folder, "zone"), ZoneFile + records);
        await File.WriteAllTextAsync(configuration, $"""
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
            zone:
              name: {Zone}
              zonefile: zone

            """);
        var nsd = new LabProcess("nsd", network.Inside("nsd", "-d", "-c", configuration));
        await nsd.Said("nsd started");
        return nsd;
    }
}
