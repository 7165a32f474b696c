using System.Text.Json.Nodes;

namespace Actors.Crash.Imports;

/// <summary>What the server says of an import.</summary>
/// <param name="Received">Octets that are stored.</param>
/// <param name="Rows">That are read.</param>
internal sealed record ImportView(
    string Id, string Status, long Received, long Rows, long Created, long Updated, long Unchanged, long Failed,
    long Exhausted, int ErrorsKept)
{
    public const string Uploading = "uploading";
    public const string Reading = "reading";
    public const string Done = "done";

    /// <summary>It is in the midst of it.</summary>
    public bool Is(string status) => Status == status && (status == Reading ? Rows : Received) > 0;

    public static ImportView Of(JsonNode body) => new(
        (string)body["id"]!, (string)body["status"]!, (long)body["received"]!, (long)body["rows"]!,
        (long)body["created"]!, (long)body["updated"]!, (long)body["unchanged"]!, (long)body["failed"]!,
        (long)body["exhausted"]!, (int)body["errors_kept"]!);
}
