using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Actors.Crash.Imports;

/// <summary>Uploads files to one life of the server, and asks how far it is.</summary>
/// <remarks>Each answers null where nobody knows what became of the request.</remarks>
/// <exception cref="InvalidOperationException">It was refused, and must not be.</exception>
internal sealed class ImportDoor(Uri server, string key) : IDisposable
{
    private readonly HttpClient http = new()
    {
        BaseAddress = new Uri(server, "v1/"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
    };

    /// <summary>Takes the beginning of a file, or tells of the import that the same request has begun before.</summary>
    /// <param name="octets">How many of it.</param>
    public Task<ImportView?> Begin(ImportFile file, int octets)
    {
        var path = file.IsBlacklist ? "blacklist/imports?" : $"contacts/imports?list={ImportFile.List}&";
        var request = Upload(HttpMethod.Post, $"{path}name={file.Name}&", file, 0, octets);
        request.Headers.Add("Idempotency-Key", file.Name);
        return Answered(request);
    }

    /// <summary>Goes on at an octet.</summary>
    public Task<ImportView?> GoOn(string id, ImportFile file, long octet, int octets)
    {
        var request = Upload(HttpMethod.Patch, $"contacts/imports/{id}?", file, (int)octet, octets);
        request.Headers.Add("Upload-Offset", octet.ToString(CultureInfo.InvariantCulture));
        return Answered(request);
    }

    public Task<ImportView?> Look(string id) => Answered(new(HttpMethod.Get, $"contacts/imports/{id}"));

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Upload(HttpMethod method, string path, ImportFile file, int octet, int octets)
    {
        var isComplete = octet + octets >= file.Content.Length;
        var body = file.Content.Slice(octet, Math.Min(octets, file.Content.Length - octet));
        return new(method, $"{path}complete={(isComplete ? "true" : "false")}")
        {
            Content = new ReadOnlyMemoryContent(body)
            {
                Headers = { ContentType = new(file.IsJson ? "application/x-ndjson" : "text/csv") },
            },
        };
    }

    private async Task<ImportView?> Answered(HttpRequestMessage request)
    {
        try
        {
            using var answer = await http.SendAsync(request);
            return answer.IsSuccessStatusCode
                ? ImportView.Of((await answer.Content.ReadFromJsonAsync<JsonNode>())!)
                : answer.StatusCode >= HttpStatusCode.InternalServerError ? null
                : throw new InvalidOperationException(
                    $"{request.Method} {request.RequestUri}: {await answer.Content.ReadAsStringAsync()}");
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
        finally
        {
            request.Dispose();
        }
    }
}
