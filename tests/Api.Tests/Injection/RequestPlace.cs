using System.Text.Json.Nodes;

namespace Actors.Api.Tests.Injection;

/// <summary>A text somewhere in a request.</summary>
/// <param name="Path">Names and indexes from the root.</param>
/// <param name="IsName">Whether it is the name of an entry rather than its value.</param>
/// <param name="Right">The text that stands there in the sample.</param>
internal sealed record RequestPlace(string[] Path, bool IsName, string Right)
{
    public JsonObject With(JsonObject sample, string text)
    {
        var request = (JsonObject)sample.DeepClone();
        JsonNode at = request;
        foreach (var step in Path[..^1])
            at = Step(at, step);
        if (IsName)
        {
            var entry = at.AsObject()[Path[^1]]!.DeepClone();
            at.AsObject().Remove(Path[^1]);
            at.AsObject()[text] = entry;
        }
        else if (at is JsonArray list)
        {
            list[int.Parse(Path[^1], System.Globalization.CultureInfo.InvariantCulture)] = text;
        }
        else
        {
            at.AsObject()[Path[^1]] = text;
        }

        return request;
    }

    public override string ToString() => $"/{string.Join('/', Path)}{(IsName ? " (its name)" : "")}";

    private static JsonNode Step(JsonNode at, string step) => at is JsonArray list
        ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]!
        : at[step]!;
}
