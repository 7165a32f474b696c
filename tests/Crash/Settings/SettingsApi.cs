using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Actors.Crash.Settings;

/// <summary>What an operator and a customer set, over HTTP.</summary>
public sealed class SettingsApi(Uri server, string key) : IDisposable
{
    private const int PageMax = 100;

    private readonly HttpClient http = new()
    {
        BaseAddress = new Uri(server, "v1/"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
    };

    /// <summary>Returns once the server has answered that it is done.</summary>
    /// <exception cref="HttpRequestException">The server is gone, and nobody knows whether it was done.</exception>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task Do(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)
            throw new HttpRequestException($"{method} {path}: {answer.StatusCode}");
        if (!answer.IsSuccessStatusCode && answer.StatusCode != HttpStatusCode.Conflict) // it was done by a life before
            throw new InvalidOperationException($"{method} {path}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <returns>Null where there is no such thing.</returns>
    public async Task<JsonNode?> Get(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.NotFound ? null
            : answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonNode>()
            : throw new HttpRequestException($"GET {path}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Every page of a list.</summary>
    public async Task<IReadOnlyList<JsonNode>> List(string path)
    {
        var found = new List<JsonNode>();
        var next = "";
        while (true)
        {
            var page = (await Get($"{path}?limit={PageMax}{next}"))!;
            found.AddRange(page["data"]!.AsArray().OfType<JsonNode>());
            if (page["has_more"] is not { } more || !(bool)more)
                return found;
            next = $"&after={Uri.EscapeDataString((string)page["next"]!)}";
        }
    }

    public void Dispose() => http.Dispose();
}
