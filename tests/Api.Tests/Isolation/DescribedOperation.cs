using System.Text.Json;
using System.Text.Json.Nodes;
using Actors.Api.Tests.Harness;

namespace Actors.Api.Tests.Isolation;

/// <summary>An operation as the API's description has it.</summary>
/// <param name="Path">With parameters in braces.</param>
/// <param name="Examples">Bodies that it takes; empty where it reads none.</param>
/// <param name="Fields">Of the body, at its top.</param>
/// <param name="Query">Names of its parameters in the query.</param>
/// <param name="IsOpen">Whether it asks for no key.</param>
internal sealed record DescribedOperation(
    string Verb, string Path, IReadOnlyList<JsonNode> Examples, IReadOnlyList<string> Fields,
    IReadOnlyList<string> Query, bool IsOpen)
{
    private const string OperatorsPath = "/v1/admin/";

    public bool IsOperators => Path.StartsWith(OperatorsPath, StringComparison.Ordinal);

    /// <summary>Whether it is for users with a session alone.</summary>
    public bool IsUsers => !IsOpen && Path.StartsWith("/v1/session", StringComparison.Ordinal);

    public bool IsTenants => !IsOpen && !IsOperators;

    /// <summary>The path up to each parameter, in order: <c>/v1/messages/{id}</c>.</summary>
    public IReadOnlyList<string> Places { get; } =
        [.. Path.Select((c, at) => c == '}' ? Path[..(at + 1)] : "").Where(place => place.Length > 0)];

    public static async Task<IReadOnlyList<DescribedOperation>> All(HttpClient client)
    {
        var document = (await client.Get("/openapi/v1.json").Status(200)).Json;
        return [.. from path in document.GetProperty("paths").EnumerateObject()
                   from operation in path.Value.EnumerateObject()
                   select new DescribedOperation(
                       operation.Name.ToUpperInvariant(), path.Name, ExamplesOf(operation.Value),
                       FieldsOf(document, operation.Value), QueryOf(operation.Value),
                       !operation.Value.TryGetProperty("security", out _))];
    }

    /// <param name="values">For each of <see cref="Places"/>.</param>
    public string Fill(IReadOnlyList<string> values)
    {
        var filled = Path;
        for (var i = Places.Count - 1; i >= 0; i--)
        {
            var place = Places[i];
            var start = place.LastIndexOf('{');
            filled = filled[..start] + Uri.EscapeDataString(values[i]) + filled[place.Length..];
        }

        return filled;
    }

    public override string ToString() => $"{Verb} {Path}";

    private static JsonNode[] ExamplesOf(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body)
        && body.GetProperty("content").TryGetProperty("application/json", out var media)
        && media.TryGetProperty("examples", out var examples)
            ? [.. from example in examples.EnumerateObject()
                  select JsonNode.Parse(example.Value.GetProperty("value").GetRawText())]
            : [];

    private static string[] QueryOf(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters)
            ? [.. from parameter in parameters.EnumerateArray()
                  where parameter.GetProperty("in").GetString() == "query"
                  select parameter.GetProperty("name").GetString()]
            : [];

    private static string[] FieldsOf(JsonElement document, JsonElement operation)
    {
        if (!operation.TryGetProperty("requestBody", out var body)
            || !body.GetProperty("content").TryGetProperty("application/json", out var media)
            || !media.GetProperty("schema").TryGetProperty("$ref", out var reference))
            return [];
        var name = reference.GetString()!.Split('/')[^1];
        var schema = document.GetProperty("components").GetProperty("schemas").GetProperty(name);
        return schema.TryGetProperty("properties", out var properties)
            ? [.. properties.EnumerateObject().Select(property => property.Name)]
            : [];
    }
}
