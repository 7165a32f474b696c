using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Actors.Crash.Journals;
using Actors.Crash.Processes;

namespace Actors.Crash.Load;

/// <summary>Over HTTP, one by one or as a batch.</summary>
/// <param name="together">1: <c>POST /v1/messages</c>; more: that many in <c>POST /v1/messages/batch</c>.</param>
public sealed class HttpSubmitter(string apiKey, int together) : ISubmitter
{
    private readonly HttpClient http = new();
    private Uri server = null!;

    public int Together => together;

    public void Meet(Announcement server) => this.server = server.Http;

    public async Task<IReadOnlyList<Answer>> Submit(IReadOnlyList<Submission> work)
    {
        try
        {
            using var request = Request(work);
            using var response = await http.SendAsync(request);
            var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            if (response.StatusCode != HttpStatusCode.Accepted)
                return All(work, Refusal(response.StatusCode, body));
            return together == 1
                ? [new Answer.Accepted((string)body["id"]!, response.Headers.Contains("Idempotent-Replayed"))]
                : [.. body["results"]!.AsArray().Select(Item)];
        }
        catch (Exception gone) when (
            gone is HttpRequestException or IOException or JsonException or TaskCanceledException)
        {
            return All(work, new Answer.Unknown(gone.Message));
        }
    }

    private HttpRequestMessage Request(IReadOnlyList<Submission> work)
    {
        JsonNode body = together == 1
            ? MessageOf(work[0])
            : new JsonObject { ["items"] = new JsonArray([.. work.Select(MessageOf)]) };
        var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(server, together == 1 ? "v1/messages" : "v1/messages/batch"))
        {
            Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        if (work[0].IdempotencyKey is { } key)
            request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    private static JsonObject MessageOf(Submission submission) => new()
    {
        ["from"] = Submission.From,
        ["to"] = new JsonArray([.. submission.Recipients.Select(address => JsonValue.Create(address))]),
        ["subject"] = submission.Mark,
        ["text"] = submission.Text,
        ["headers"] = new JsonObject { [Submission.Header] = submission.Mark },
    };

    private static Answer Item(JsonNode? result) => result!["error"] is { } problem
        ? Refusal((HttpStatusCode)(int)problem["status"]!, problem)
        : new Answer.Accepted((string)result["id"]!, (bool?)result["replayed"] ?? false);

    private static Answer Refusal(HttpStatusCode status, JsonNode problem) => status switch
    {
        HttpStatusCode.ServiceUnavailable => new Answer.Unavailable((int)status),
        HttpStatusCode.Conflict => new Answer.Unknown(problem.ToJsonString()), // the first of its key is under way
        >= HttpStatusCode.InternalServerError => new Answer.Unknown(problem.ToJsonString()),
        _ => new Answer.Refused((int)status, problem.ToJsonString()),
    };

    private static Answer[] All(IReadOnlyList<Submission> work, Answer answer) => [.. work.Select(_ => answer)];
}
