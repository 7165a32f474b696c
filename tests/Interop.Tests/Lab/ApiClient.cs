using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Actors.Testing;

namespace Actors.Interop.Tests.Lab;

/// <summary>The silo's HTTP API with one key, or with none.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;
    private readonly Func<string> evidence;

    /// <param name="network">That the silo is in; null for this machine's own.</param>
    /// <param name="evidence">What to show when a message does not come so far as it should.</param>
    public ApiClient(NetworkNamespace? network, IPEndPoint server, string? key, Func<string> evidence)
    {
        this.evidence = evidence;
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = NetworkNamespace.SocketIn(network);
                await socket.ConnectAsync(server, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        http = new HttpClient(handler) { BaseAddress = new Uri($"http://{server}/v1/"), Timeout = Patience.Max };
        if (key is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public Task<JsonNode> Get(string path) => Call(HttpMethod.Get, path, null);

    public Task<JsonNode> Post(string path, object? body = null) => Call(HttpMethod.Post, path, body);

    public Task<JsonNode> Put(string path, object body) => Call(HttpMethod.Put, path, body);

    public Task<JsonNode> Patch(string path, object body) => Call(HttpMethod.Patch, path, body);

    public Task<JsonNode> Delete(string path) => Call(HttpMethod.Delete, path, null);

    /// <summary>The whole answer, as text and whatever it is.</summary>
    public async Task<string> Read(string path)
    {
        var (status, text) = await Try(HttpMethod.Get, path, null);
        ((int)status).ShouldBe(200, text);
        return text;
    }

    public async Task<byte[]> ReadOctets(string path) => await http.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    /// <summary>A refusal is an answer, too.</summary>
    public async Task<(HttpStatusCode Status, string Body)> Try(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.RelativeOrAbsolute));
        request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body));
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <returns>The answer, an empty object where there is none.</returns>
    public async Task<JsonNode> Call(HttpMethod method, string path, object? body)
    {
        var (status, text) = await Try(method, path, body);
        ((int)status).ShouldBeInRange(200, 299, $"{method} {path}: {(int)status} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>Waits until all recipients of a message have one of the statuses.</summary>
    /// <returns>The recipients as the API shows them.</returns>
    public Task<JsonArray> Until(string id, params string[] statuses) =>
        Patience.For($"{id} becomes {string.Join(" or ", statuses)}", async limit =>
        {
            var next = "0";
            while (true)
            {
                var recipients = (await Get($"messages/{id}"))["recipients"]!.AsArray();
                if (recipients.All(each => statuses.Contains(each!.Text("status"))))
                    return recipients;
                limit.ThrowIfCancellationRequested();
                next = (await Get($"events?after={next}&limit=1000&wait=20")).Text("next");
            }
        }, evidence);

    /// <summary>Asks again after each event of the tenant, and each second, until it is so.</summary>
    /// <returns>What was seen last.</returns>
    public Task<T> Eventually<T>(string condition, Func<Task<T>> look, Func<T, bool> holds)
    {
        var seen = default(T);
        return Patience.For(condition, async limit =>
        {
            var next = "0";
            while (true)
            {
                if (holds(seen = await look()))
                    return seen;
                limit.ThrowIfCancellationRequested();
                next = (await Get($"events?after={next}&limit=1000&wait=1")).Text("next");
            }
        }, () => $"seen last: {seen}\n{evidence()}");
    }

    /// <summary>Waits for an event of a message.</summary>
    /// <returns>The event as the API shows it.</returns>
    public Task<JsonNode> Happened(string type, string id) =>
        Patience.For($"{type} of {id}", async limit =>
        {
            var next = "0";
            while (true)
            {
                var page = await Get($"events?after={next}&limit=1000&wait=20");
                var found = page["data"]!.AsArray().FirstOrDefault(item => item!.Text("type") == type
                    && item!.ToJsonString().Contains(id["msg_".Length..], StringComparison.Ordinal));
                if (found is not null)
                    return found;
                limit.ThrowIfCancellationRequested();
                next = page.Text("next");
            }
        }, evidence);

    /// <summary>Sends, and waits until every recipient has it.</summary>
    public async Task<JsonArray> Deliver(object mail)
    {
        var recipients = await Until((await Post("messages", mail)).Text("id"), "delivered", "bounced", "held");
        recipients.ShouldAllBe(each => each!.Text("status") == "delivered", recipients.ToJsonString());
        return recipients;
    }

    public void Dispose() => http.Dispose();
}
