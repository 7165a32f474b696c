using System.Net;
using Actors.Interop.Tests.Lab;
using Actors.Testing;

namespace Actors.Interop.Tests.Journeys;

/// <summary>What one journey begins with: a network of its own with a name server and a receiving Postfix, and a silo
/// on an empty folder whose operator has let mail out and told it what the platform is called.</summary>
internal sealed class JourneyLab : IAsyncDisposable
{
    /// <summary>The zone that the platform keeps.</summary>
    public const string PlatformZone = "platform.example";

    public const string HostName = "mail." + PlatformZone;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, string> zones = new(StringComparer.Ordinal);
    private readonly DirectoryInfo folder;
    private readonly List<IDisposable> parts = [];
    private LabProcess? nameServer;
    private LabProcess? silo;
    private IPEndPoint? http;

    private JourneyLab(NetworkNamespace network, DirectoryInfo folder) => (Network, this.folder) = (network, folder);

    public NetworkNamespace Network { get; }

    public string Folder => folder.FullName;

    public Maildir Mail { get; private set; } = null!; // set by Begin

    public LabAuthority Authority { get; private set; } = null!; // set by Begin

    /// <summary>With the operator's key.</summary>
    public ApiClient Operator { get; private set; } = null!; // set by Begin

    /// <summary>Without any, at the root: for links.</summary>
    public ApiClient Anybody { get; private set; } = null!; // set by Begin

    /// <summary>Where applications submit.</summary>
    public IPEndPoint Submission { get; private set; } = null!; // set by Begin

    public static async Task<JourneyLab> Begin()
    {
        var network = await NetworkNamespace.Create(Addresses.All);
        var folder = Directory.CreateTempSubdirectory(network.Name + "-");
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherExecute; // Postfix is several users
        var lab = new JourneyLab(network, folder);
        try
        {
            await lab.Start();
            return lab;
        }
        catch
        {
            await lab.DisposeAsync();
            throw;
        }
    }

    /// <summary>The zone as the name server has it from now on.</summary>
    /// <param name="records">Without SOA and NS.</param>
    public Task Publish(string zone, string records) => PublishWhole(zone, $"""
        $ORIGIN {zone}.
        $TTL 5
        @ SOA ns.lab.example. hostmaster 1 3600 600 86400 5
        @ NS ns.lab.example.
        {records}

        """);

    /// <summary>The platform's own zone, as the platform writes it.</summary>
    /// <param name="keys">Names of keys that are being made: the zone is published once it has them.</param>
    public async Task PublishPlatform(params string[] keys) => await PublishWhole(PlatformZone, await Patience.For(
        $"the platform's zone has {string.Join(" and ", keys)}", async limit =>
        {
            using var timer = new PeriodicTimer(LookAgain, TimeProvider.System); // who asks faster is told to wait
            while (true)
            {
                var file = await Operator.Read("admin/zone");
                if (keys.All(key => file.Contains(key[..^(PlatformZone.Length + 1)], StringComparison.Ordinal)))
                    return file;
                await timer.WaitForNextTickAsync(limit);
            }
        }, () => silo!.Output));

    public async Task PublishWhole(string zone, string file)
    {
        zones[zone] = file;
        var written = Path.Combine(Folder, zone + ".zone");
        await File.WriteAllTextAsync(written, file);
        await Programs.Run("nsd-checkzone", zone, written);
        nameServer?.Dispose();
        nameServer = null; // where the next one does not start, its own failure is told
        nameServer = await NameServer.StartWith(Network, Folder, zones);
    }

    public ApiClient Client(string? key) => Keep(new ApiClient(Network, http!, key, () => silo!.Output));

    public async Task StartOwnServer(string host) =>
        Keep(await OwnServer.Start(Network, Folder, host, Authority));

    public async ValueTask DisposeAsync()
    {
        foreach (var part in parts)
            part.Dispose();
        silo?.Dispose();
        nameServer?.Dispose();
        await Network.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private T Keep<T>(T part)
        where T : IDisposable
    {
        parts.Add(part);
        return part;
    }

    private async Task Start()
    {
        Authority = await LabAuthority.Make(Folder);
        nameServer = await NameServer.StartWith(Network, Folder, zones);
        Mail = Keep(await Postfix.Start(Network, Folder)).Mail;
        var start = Network.Inside(
            "dotnet", Path.Combine(AppContext.BaseDirectory, "Actors.Silo.dll"),
            "--data", Path.Combine(Folder, "silo"),
            "--host-name", HostName,
            "--http-listen", "127.0.0.1:0",
            "--submission-listen", "127.0.0.1:0",
            "--submission-listen-tls", "",
            "--inbound-listen", "",
            "--delivery-source-address", Addresses.Silo,
            "--delivery-allowed-networks", Addresses.Allowed,
            "--delivery-dns-servers", Addresses.NameServer,
            "--domains-zone", PlatformZone,
            "--domains-name-servers", "ns.lab.example",
            "--domains-sending-networks", Addresses.Silo + "/32");
        start.Environment["SSL_CERT_FILE"] = Authority.Root;
        silo = new LabProcess("the silo", start);
        var made = await FirstStart.Of(silo);
        (http, Submission) = (made.Http, made.Submission);
        Operator = Client(made.OperatorKey);
        Anybody = Client(null);
        await Operator.Put("admin/live-delivery", new { enabled = true });
        await PublishPlatform();
    }
}
