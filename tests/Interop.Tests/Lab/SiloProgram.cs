using System.Net;

namespace Actors.Interop.Tests.Lab;

/// <summary>The server as a user starts it, in the lab's network and on an empty folder.</summary>
internal sealed class SiloProgram : IDisposable
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
            "--http-public-url", $"https://{HostName}/",
            "--submission-listen", "127.0.0.1:0",
            "--submission-listen-tls", "",
            "--inbound-listen", inboundListen,
            "--delivery-return-path-domain", inboundListen.Length == 0 ? "" : NameServer.ReturnPaths,
            "--delivery-source-address", Addresses.Silo,
            "--delivery-allowed-networks", Addresses.Allowed,
            "--delivery-dns-servers", Addresses.NameServer,
            "--dkim-keys", $"{SigningKey.Domain}:{SigningKey.Selector}:{key.File}",
            "--smime-identities", $"{SigningCertificate.Sender}:{certificate.File}:{certificate.PasswordFile}"));
        var made = await FirstStart.Of(process);
        var client = new SiloClient(network, made.Http, made.ApiKey, made.OperatorKey, () => process.Output);
        return new SiloProgram(process, client) { Login = made.Login, Submission = made.Submission };
    }

    public void Dispose()
    {
        Client.Dispose();
        process.Dispose();
    }
}
