using System.Text.Json.Nodes;

namespace Actors.Interop.Tests.Lab;

/// <summary>Reads what the API tells of a recipient.</summary>
internal static class JsonReading
{
    public static string Text(this JsonNode node, string name) => node[name]?.ToString() ?? "";

    /// <summary>What there is to tell of each attempt that ended.</summary>
    public static JsonNode[] Attempts(this JsonNode recipient) =>
        [.. recipient["attempts"]!.AsArray().Select(each => each!["data"]!)];

    public static string[] AttemptTypes(this JsonNode recipient) =>
        [.. recipient["attempts"]!.AsArray().Select(each => each!.Text("type"))];
}
