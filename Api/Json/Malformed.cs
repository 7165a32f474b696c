using System.Globalization;
using System.Text.Json;
using Actors.Api.Problems;

namespace Actors.Api.Json;

internal static class Malformed
{
    /// <summary>Tells where a body stops being JSON, or JSON that is read; lines and bytes counted from 1.</summary>
    public static Problem At(JsonException fault, ReadOnlySpan<byte> body)
    {
        var place = string.Create(
            CultureInfo.InvariantCulture,
            $"line {fault.LineNumber + 1 ?? 1}, byte {fault.BytePositionInLine + 1 ?? 1}");
        return new Problem(ProblemTypes.MalformedJson, IsTooDeep(body)
            ? $"The body is nested too deep at {place}: at most {JsonCursor.DepthMax} lists and objects."
            : $"The body is not JSON at {place}.");
    }

    /// <summary>Whether depth is what comes first: the reader's fault itself does not say which it is.</summary>
    private static bool IsTooDeep(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = JsonCursor.DepthMax + 1 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == JsonCursor.DepthMax
                    && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    return true;
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }
}
