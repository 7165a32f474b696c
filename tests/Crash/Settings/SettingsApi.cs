using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.Crash.Processes;

namespace Actors.Crash.Settings;

/// <summary>What an operator and a customer set, over HTTP.</summary>
/// <param name="line">On the way to the server; null for nothing.</param>
public sealed class SettingsApi(Uri server, string key, LostAnswers? line = null) : IDisposable
{
    private const int PageMax = 100;

    private readonly HttpClient http = new(
        line as HttpMessageHandler ?? new SocketsHttpHandler(), disposeHandler: line is null)
    {
        BaseAddress = new Uri(server, "v1/"),
        Timeout = Waiting.Max,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
    };

    /// <summary>Returns once the server has answered that it is done.</summary>
    /// <exception cref="HttpRequestException">Nobody knows whether it was done: the server is gone, or has a status and
    /// lives on.</exception>
    /// <returns>The answer's body; null for none, and where a life before had done it.</returns>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task<JsonNode?> Do(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)
            throw new HttpRequestException($"{method} {path}: {answer.StatusCode}", null, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.IsSuccessStatusCode)
            return text.Length > 0 ? JsonNode.Parse(text) : null;
        if (answer.StatusCode == HttpStatusCode.Conflict
            || (method == HttpMethod.Delete && answer.StatusCode == HttpStatusCode.NotFound))
            return null;
        throw new InvalidOperationException($"{method} {path}: {text}");
    }

    /// <summary>Presses the button on the page behind a link; what the page says is not read.</summary>
    public async Task Press(string path, IEnumerable<(string Name, string Value)> form)
    {
        using var body = new FormUrlEncodedContent(form.ToDictionary(field => field.Name, field => field.Value));
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body);
    }

    /// <returns>Whether another key than this one's opens a path.</returns>
    public async Task<bool> Opens(string path, string otherKey)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", otherKey);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.Unauthorized => false,
            var other => throw new HttpRequestException($"GET {path}: {other}", null, other),
        };
    }

    /// <returns>Null where there is no such thing.</returns>
    public async Task<JsonNode?> Get(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.NotFound ? null
            : answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonNode>()
            : (int)answer.StatusCode < 500
                ? throw new InvalidOperationException($"GET {path}: {await answer.Content.ReadAsStringAsync()}")
                : throw new HttpRequestException($"GET {path}: {answer.StatusCode}", null, answer.StatusCode);
    }

    /// <summary>Every page of a list.</summary>
    /// <param name="filter">As in a query; empty for all.</param>
    public async Task<IReadOnlyList<JsonNode>> List(string path, string filter = "")
    {
        var found = new List<JsonNode>();
        var next = "";
        while (true)
        {
            var page = (await Get($"{path}?limit={PageMax}&{filter}{next}"))!;
            found.AddRange(page["data"]!.AsArray().OfType<JsonNode>());
            if (page["has_more"] is not { } more || !(bool)more)
                return found;
            next = $"&after={Uri.EscapeDataString((string)page["next"]!)}";
        }
    }

    /// <summary>The same server, for who has another key.</summary>
    public SettingsApi With(string otherKey) => new(server, otherKey, line);

    public void Dispose() => http.Dispose();
}
