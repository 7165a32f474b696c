using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.Crash.Checking;
using Actors.Crash.Journals;
using Actors.Crash.Processes;

namespace Actors.Crash.Load;

/// <summary>What an operator and an integrator ask of the server.</summary>
/// <exception cref="HttpRequestException">The server is gone, or does not agree.</exception>
public sealed class ServerApi(Uri server, string key) : IDisposable
{
    private const int PageMax = 100;
    private const int EventPageMax = 1_000;

    private readonly HttpClient http = new()
    {
        BaseAddress = server,
        Timeout = Waiting.Max,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
    };

    /// <summary>Routes the mail of the tests to a receiver, lets this machine submit without a login, and gives the
    /// tenant a plan without limits: a proof of many lives sends more than a small one includes.</summary>
    public async Task SetUp(int sinkPort)
    {
        await Put("v1/admin/plans/enterprise", new JsonObject
        {
            ["price"] = 0, ["log_retention_days"] = 30, ["roles"] = true, ["blacklist_file"] = true,
        });
        await Put("v1/admin/tenants/demo/plan", new JsonObject { ["plan"] = "enterprise" });
        await Put($"v1/admin/routes/{Submission.Domain}", new JsonObject
        {
            ["host"] = "127.0.0.1",
            ["port"] = sinkPort,
            ["retry_after"] = "PT1S",
        });
        await Put("v1/admin/tenants/demo/smtp-accounts/acc_demo/trusted-networks", new JsonObject
        {
            ["networks"] = new JsonArray("127.0.0.0/8"),
            ["any_sender"] = true,
        });
    }

    /// <summary>Every recipient of every message.</summary>
    public async Task<IReadOnlyList<StoredRecipient>> Messages()
    {
        var found = new List<StoredRecipient>();
        var next = "";
        while (true)
        {
            var page = await Get($"v1/messages?limit={PageMax}{next}");
            found.AddRange(page["data"]!.AsArray().Select(one => new StoredRecipient(
                (string)one!["id"]!, (string)one["message"]!, (string)one["email"]!, (string)one["status"]!)));
            if (!(bool)page["has_more"]!)
                return found;
            next = $"&after={Uri.EscapeDataString((string)page["next"]!)}";
        }
    }

    /// <summary>A page of the log.</summary>
    /// <param name="waitSeconds">How long to wait for the first event of the page.</param>
    public async Task<IReadOnlyList<LoggedEvent>> Events(
        long after, int waitSeconds, CancellationToken cancellation = default)
    {
        var page = await Get($"v1/events?after={after}&limit={EventPageMax}&wait={waitSeconds}", cancellation);
        return [.. page["data"]!.AsArray().Select(one => new LoggedEvent(
            (long)one!["sequence"]!, (string)one["type"]!, (string)one["recipient"]!))];
    }

    public void Dispose() => http.Dispose();

    private async Task Put(string path, JsonObject body)
    {
        using var answer = await http.PutAsJsonAsync(path, body);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"PUT {path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task<JsonNode> Get(string path, CancellationToken cancellation = default)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellation); // all of it
        return JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellation))!;
    }
}
