using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Actors.Api.Tests.Harness;

/// <summary>An answer, read whole.</summary>
public sealed record Answer(int Status, HttpResponseHeaders Headers, string? MediaType, string Body)
{
    public JsonElement Json { get; } = MediaType is "application/json" or "application/problem+json"
        ? JsonDocument.Parse(Body).RootElement
        : default;

    public string Text(string name) => Json.GetProperty(name).GetString()!;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.Single() : null;

    /// <summary>Each place at fault as <c>code pointer</c>.</summary>
    public IReadOnlyList<string> Places => Json.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(Place)]
        : [];

    private static string Place(JsonElement error)
    {
        foreach (var kind in new[] { "pointer", "parameter", "header" })
        {
            if (error.TryGetProperty(kind, out var place))
                return $"{error.GetProperty("code").GetString()} {place.GetString()}";
        }

        return error.GetProperty("code").GetString()!;
    }
}

internal static class Requests
{
    public static Task<Answer> Get(this HttpClient client, string path) => client.Ask(HttpMethod.Get, path);

    public static Task<Answer> Post(this HttpClient client, string path, string? json = null, string? key = null) =>
        client.Ask(HttpMethod.Post, path, json, key);

    public static Task<Answer> Put(this HttpClient client, string path, string json) =>
        client.Ask(HttpMethod.Put, path, json);

    public static Task<Answer> Delete(this HttpClient client, string path) => client.Ask(HttpMethod.Delete, path);

    public static Task<Answer> Send(this HttpClient client, string json, string? key = null) =>
        client.Post("/v1/messages", json, key);

    public static async Task<Answer> Ask(
        this HttpClient client, HttpMethod method, string path, string? json = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await client.Ask(request);
    }

    public static async Task<Answer> Ask(this HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return new Answer(
            (int)response.StatusCode, response.Headers, response.Content.Headers.ContentType?.MediaType, body);
    }

    /// <summary>Fails with the answer's body where the status is another.</summary>
    public static async Task<Answer> Status(this Task<Answer> asking, int expected)
    {
        var answer = await asking;
        answer.Status.ShouldBe(expected, answer.Body);
        return answer;
    }

    /// <summary>Fails unless the answer is that problem, complete.</summary>
    public static async Task<Answer> Problem(this Task<Answer> asking, int status, string code)
    {
        var answer = await asking.Status(status);
        answer.MediaType.ShouldBe("application/problem+json");
        answer.Text("code").ShouldBe(code);
        answer.Text("type").ShouldBe($"/docs/errors#{code}");
        answer.Json.GetProperty("status").GetInt32().ShouldBe(status);
        answer.Text("title").ShouldNotBeEmpty();
        answer.Text("detail").ShouldNotBeEmpty();
        answer.Text("instance").ShouldStartWith("/");
        answer.Text("request_id").ShouldBe(answer.Header("X-Request-Id"));
        answer.Json.GetProperty("retryable").ValueKind.ShouldBeOneOf(JsonValueKind.True, JsonValueKind.False);
        return answer;
    }
}
