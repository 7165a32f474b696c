using System.Net.Http.Headers;
using System.Text;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Imports;

/// <summary>Files as a client uploads them.</summary>
internal static class Files
{
    public const string Csv = "text/csv";
    public const string JsonLines = "application/x-ndjson";
    public const string Contacts = "/v1/contacts/imports";

    public static Task<Answer> Upload(
        this HttpClient client, string path, string text, string type = Csv, string? key = null) =>
        client.Upload(HttpMethod.Post, path, Encoding.UTF8.GetBytes(text), type, key: key);

    /// <param name="offset">Where it belongs; null to say nothing.</param>
    public static Task<Answer> Resume(this HttpClient client, string path, byte[] octets, string? offset) =>
        client.Upload(HttpMethod.Patch, path, octets, Csv, offset);

    public static Task<Answer> Upload(
        this HttpClient client, HttpMethod method, string path, byte[] octets, string type, string? offset = null,
        string? key = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(octets) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (offset is not null)
            request.Headers.Add("Upload-Offset", offset);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return client.Ask(request);
    }

    /// <returns>The import once it has ended.</returns>
    public static async Task<Answer> Imported(this HttpClient client, Task<Answer> uploading)
    {
        var begun = await uploading.Status(202);
        for (var view = begun; ; view = await client.Get($"{Contacts}/{begun.Text("id")}?wait=20").Status(200))
            if (view.Text("status") is "done" or "failed" or "cancelled")
                return view;
    }

    /// <summary>Its counts as <c>rows created updated unchanged failed exhausted</c>.</summary>
    public static string Counts(this Answer import) => string.Join(
        ' ', new[] { "rows", "created", "updated", "unchanged", "failed", "exhausted" }
            .Select(name => import.Json.GetProperty(name).GetInt64()));
}
