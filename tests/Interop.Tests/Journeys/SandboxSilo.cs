using Actors.Interop.Tests.Lab;

namespace Actors.Interop.Tests.Journeys;

/// <summary>The server as a user starts it for the first time, on loopback and with nothing around it: what is sent to
/// sandbox.test it receives itself, and all other mail is held.</summary>
internal sealed class SandboxSilo : IAsyncDisposable
{
    /// <summary>Where people would reach it: what links begin with. A proxy would take it away.</summary>
    private const string PublicUrl = "https://mail.example.test/";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("actors-sandbox-");
    private readonly LabProcess process;
    private readonly List<ApiClient> clients = [];
    private FirstStart? made;

    private SandboxSilo() => process = new LabProcess("the silo", new("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "Actors.Silo.dll"),
            "--data", Path.Combine(folder.FullName, "silo"),
            "--host-name", SiloProgram.HostName,
            "--http-listen", "127.0.0.1:0",
            "--http-public-url", PublicUrl,
            "--submission-listen", "127.0.0.1:0",
            "--submission-listen-tls", "",
            "--inbound-listen", "127.0.0.1:0",
        ]));

    public ApiClient Operator { get; private set; } = null!; // set by Start

    /// <summary>Of the first start, with the account acc_demo.</summary>
    public SandboxTenant Demo { get; private set; } = null!; // set by Start

    /// <summary>Its address, the key of the first tenant, and the operator's.</summary>
    public (string Server, string Key, string Operator) Access =>
        ($"http://{made!.Http}", made.ApiKey, made.OperatorKey);

    /// <summary>Without a key: browsers and mail providers.</summary>
    public ApiClient Anybody { get; private set; } = null!; // set by Start

    public static async Task<SandboxSilo> Start()
    {
        var silo = new SandboxSilo();
        try
        {
            silo.made = await FirstStart.Of(silo.process);
            silo.Operator = silo.Client(silo.made.OperatorKey);
            silo.Demo = new SandboxTenant("demo", silo.Client(silo.made.ApiKey));
            silo.Anybody = silo.Client(null);
            return silo;
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Has the operator make another tenant with an account.</summary>
    public async Task<SandboxTenant> NewTenant(string id)
    {
        await Operator.Post("admin/tenants", new { id, name = id });
        await Operator.Post($"admin/tenants/{id}/senders", new { sender = "sandbox.test" });
        await Operator.Post($"admin/tenants/{id}/smtp-accounts", new { id = $"acc_{id}", name = id, approved = true });
        var key = await Operator.Post($"admin/tenants/{id}/api-keys", new { name = "first" });
        return new SandboxTenant(id, Client(key.Text("key")));
    }

    /// <summary>An application's connection with the login of acc_demo.</summary>
    public Task<SubmissionSession> Submission() => SubmissionSession.Open(null, made!.Submission, made.Login);

    /// <summary>What the proxy would make of a link in a mail.</summary>
    public string Behind(string link)
    {
        link.ShouldStartWith(PublicUrl);
        return $"http://{made!.Http}/{link[PublicUrl.Length..]}";
    }

    public ValueTask DisposeAsync()
    {
        foreach (var client in clients)
            client.Dispose();
        process.Dispose();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private ApiClient Client(string? key)
    {
        var client = new ApiClient(null, made!.Http, key, () => process.Output);
        clients.Add(client);
        return client;
    }
}
