using System.Globalization;
using System.Net;
using Actors.Grains.Platform;
using Actors.Silo.Configuration;

namespace Actors.Relay;

/// <summary>What the measuring side sets in the environment.</summary>
internal sealed record RelaySettings
{
    private const string Everywhere = "*";

    /// <summary>BENCH_DIR: fresh data go into a folder of their own below it. Default: the current directory.</summary>
    public string Folder { get; } = Text("BENCH_DIR") ?? Directory.GetCurrentDirectory();

    /// <summary>BENCH_LISTEN: where mail is taken without AUTH. Default: 127.0.0.1:2525.</summary>
    public string Listen { get; } = Text("BENCH_LISTEN") ?? "127.0.0.1:2525";

    /// <summary>BENCH_RELAY: where everything goes. Default: 127.0.0.1:2526.</summary>
    public IPEndPoint Next { get; } = IPEndPoint.Parse(Text("BENCH_RELAY") ?? "127.0.0.1:2526");

    /// <summary>BENCH_HTTP: where the API listens, its key in the file <c>api-key</c> of the folder. Default: any free
    /// port, and no key.</summary>
    public string? Http { get; } = Text("BENCH_HTTP");

    /// <summary>BENCH_KEEP: begin with the data of an earlier run instead of fresh ones.</summary>
    public bool Keep { get; } = Text("BENCH_KEEP") is not null;

    public IEnumerable<StaticRoute> Routes()
    {
        yield return Route(Everywhere, Next, null);
        if (Text("BENCH_SLOW_DOMAIN") is { } domain && Text("BENCH_SLOW") is { } dead)
            yield return Route(domain, IPEndPoint.Parse(dead), Backoff());
    }

    public SiloSettings Silo() => new()
    {
        Data = Path.Combine(Folder, "data"),
        Http = new HttpSettings { Listen = Http ?? "127.0.0.1:0" },
        Submission = new SubmissionSettings { Listen = Listen, ListenTls = "", ConnectionsPerAddressMax = 10_000 },
        Inbound = new InboundSettings { Listen = "" },
        Dkim = new DkimSettings { PlatformKeys = Signing() },
        Delivery = new DeliverySettings { AllowedNetworks = "127.0.0.0/8", ConnectionsPerSiteMax = 64 },
    };

    /// <summary>BENCH_DKIM=1: everything is signed with the key of BENCH_DKIM_KEY, a PEM file, for BENCH_DKIM_DOMAIN
    /// and BENCH_DKIM_SELECTOR, whatever its From. Default: nothing is.</summary>
    /// <exception cref="InvalidOperationException">One of the three is missing.</exception>
    private static string Signing() => Text("BENCH_DKIM") == "1"
        ? string.Join(':', Needed("BENCH_DKIM_DOMAIN"), Needed("BENCH_DKIM_SELECTOR"), Needed("BENCH_DKIM_KEY"))
        : "";

    private static string Needed(string name) =>
        Text(name) ?? throw new InvalidOperationException($"BENCH_DKIM=1 needs {name}.");

    /// <summary>BENCH_BACKOFF: seconds until the next try of BENCH_SLOW_DOMAIN. Default: 3,600.</summary>
    private static TimeSpan Backoff() =>
        TimeSpan.FromSeconds(double.Parse(Text("BENCH_BACKOFF") ?? "3600", CultureInfo.InvariantCulture));

    private static StaticRoute Route(string domain, IPEndPoint to, TimeSpan? retryAfter) =>
        new(domain, to.Address.ToString(), to.Port, retryAfter);

    private static string? Text(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
