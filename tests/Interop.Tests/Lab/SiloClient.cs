using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Actors.Interop.Tests.Lab;

/// <summary>The silo's HTTP API, from within the lab's network.</summary>
internal sealed class SiloClient : IDisposable
{
    private readonly HttpClient http;
    private readonly string apiKey;
    private readonly string operatorKey;
    private readonly Func<string> evidence;

    /// <param name="evidence">What to show when a message does not come so far as it should.</param>
    public SiloClient(
        NetworkNamespace network, IPEndPoint server, string apiKey, string operatorKey, Func<string> evidence)
    {
        (this.apiKey, this.operatorKey, this.evidence) = (apiKey, operatorKey, evidence);
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = network.OpenSocket();
                await socket.ConnectAsync(server, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        http = new HttpClient(handler) { BaseAddress = new Uri($"http://{server}/v1/") };
    }

    /// <summary>Submits, and returns the message's id.</summary>
    public async Task<string> Send(object mail) =>
        (await Call(HttpMethod.Post, "messages", mail))["id"]!.GetValue<string>();

    /// <returns>The status code and the body of a submission that may be refused.</returns>
    public async Task<(HttpStatusCode Status, string Body)> TrySend(object mail)
    {
        using var response = await Ask(HttpMethod.Post, "messages", apiKey, mail);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until all recipients have one of the statuses.</summary>
    /// <returns>The recipients as the API shows them.</returns>
    public Task<JsonArray> Until(string id, params string[] statuses) =>
        Patience.For($"{id} becomes {string.Join(" or ", statuses)}", async limit =>
        {
            var next = "0";
            while (true)
            {
                var recipients = (await Call(HttpMethod.Get, $"messages/{id}", null))["recipients"]!.AsArray();
                if (recipients.All(each => statuses.Contains(each!["status"]!.GetValue<string>())))
                    return recipients;
                limit.ThrowIfCancellationRequested();
                var news = await Call(HttpMethod.Get, $"events?after={next}&limit=1000&wait=20", null);
                next = news["next"]!.GetValue<string>();
            }
        }, evidence);

    /// <summary>The id of the newest message for a recipient, however it was handed in.</summary>
    public async Task<string> NewestFor(string recipient) =>
        (await Call(HttpMethod.Get, $"messages?recipient={Uri.EscapeDataString(recipient)}", null))["data"]![0]!
            .Text("message");

    /// <summary>How many messages for a recipient have been accepted, however they were handed in.</summary>
    public async Task<int> CountFor(string recipient) =>
        (await Call(HttpMethod.Get, $"messages?recipient={Uri.EscapeDataString(recipient)}", null))["data"]!
            .AsArray().Count;

    /// <summary>Waits for the one recipient of a message.</summary>
    public async Task<JsonNode> One(string id, params string[] statuses) =>
        (await Until(id, statuses)).ShouldHaveSingleItem()!;

    public Task Retry(string id) => Call(HttpMethod.Post, $"messages/{id}/retry", null);

    public Task Cancel(string id) => Call(HttpMethod.Post, $"messages/{id}/cancel", null);

    public Task SetLiveDelivery(bool enabled) =>
        CallAsOperator(HttpMethod.Put, "admin/live-delivery", new { enabled });

    public Task AddSender(string sender) =>
        CallAsOperator(HttpMethod.Post, "admin/tenants/demo/senders", new { sender });

    /// <summary>What the built-in receiver got for the subject, raw.</summary>
    public async Task<byte[]> FromSandbox(string subject)
    {
        var list = (await Call(HttpMethod.Get, "sandbox/messages?limit=100", null))["data"]!.AsArray();
        var id = list.First(mail => mail!["subject"]!.GetValue<string>() == subject)!["id"]!.GetValue<string>();
        using var response = await Ask(HttpMethod.Get, $"sandbox/messages/{id}", apiKey, null);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => http.Dispose();

    private Task<JsonNode> Call(HttpMethod method, string path, object? body) => Call(method, path, apiKey, body);

    private Task<JsonNode> CallAsOperator(HttpMethod method, string path, object? body) =>
        Call(method, path, operatorKey, body);

    private async Task<JsonNode> Call(HttpMethod method, string path, string key, object? body)
    {
        using var response = await Ask(method, path, key, body);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string path, string key, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Content = body is null ? null : JsonContent.Create(body);
        return await http.SendAsync(request);
    }
}
