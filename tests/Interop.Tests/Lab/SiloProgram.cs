using System.Net;
using System.Text.RegularExpressions;

namespace Actors.Interop.Tests.Lab;

/// <summary>The server as a user starts it, in the lab's network and on an empty folder.</summary>
internal sealed partial class SiloProgram : IDisposable
{
    public const string HostName = "relay.actors.example";

    private readonly LabProcess process;

    private SiloProgram(LabProcess process, SiloClient client)
    {
        this.process = process;
        Client = client;
    }

    public SiloClient Client { get; }

    /// <summary>The login that the first start made.</summary>
    public required (string User, string Password) Login { get; init; }

    public required IPEndPoint Submission { get; init; }

    /// <param name="inboundListen">Where it takes bounces of mail that leaves from the lab's return paths; empty for
    /// mail that leaves from its senders.</param>
    public static async Task<SiloProgram> Start(
        NetworkNamespace network, string folder, SigningKey key, SigningCertificate certificate,
        string inboundListen = "")
    {
        var process = new LabProcess("the silo", network.Inside(
            "dotnet", Path.Combine(AppContext.BaseDirectory, "Actors.Silo.dll"),
            "--data", Path.Combine(folder, "silo"),
            "--host-name", HostName,
            "--http-listen", "127.0.0.1:0",
            "--submission-listen", "127.0.0.1:0",
            "--submission-listen-tls", "",
            "--inbound-listen", inboundListen,
            "--delivery-return-path-domain", inboundListen.Length == 0 ? "" : NameServer.ReturnPaths,
            "--delivery-source-address", Addresses.Silo,
            "--delivery-allowed-networks", Addresses.Allowed,
            "--delivery-dns-servers", Addresses.NameServer,
            "--dkim-keys", $"{SigningKey.Domain}:{SigningKey.Selector}:{key.File}",
            "--smime-identities", $"{SigningCertificate.Sender}:{certificate.File}:{certificate.PasswordFile}"));
        await process.Said("SMTP password");
        var banner = process.Output;
        var client = new SiloClient(
            network, IPEndPoint.Parse(Find(banner, Http())), Find(banner, ApiKey()), Find(banner, OperatorKey()),
            () => process.Output);
        return new SiloProgram(process, client)
        {
            Login = (Find(banner, User()), Find(banner, Password())),
            Submission = IPEndPoint.Parse(Find(banner, StartTls())),
        };
    }

    public void Dispose()
    {
        Client.Dispose();
        process.Dispose();
    }

    private static string Find(string banner, Regex value) => value.Match(banner) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException($"no {value} in what the first start printed:\n{banner}");

    [GeneratedRegex(@"HTTP ([0-9.:]+)")]
    private static partial Regex Http();

    [GeneratedRegex(@"SMTP ([0-9.:]+) \(STARTTLS\)")]
    private static partial Regex StartTls();

    [GeneratedRegex(@"operator key +(\S+)")]
    private static partial Regex OperatorKey();

    [GeneratedRegex(@"API key +(\S+)")]
    private static partial Regex ApiKey();

    [GeneratedRegex(@"SMTP user +(\S+)")]
    private static partial Regex User();

    [GeneratedRegex(@"SMTP password +(\S+)")]
    private static partial Regex Password();
}
