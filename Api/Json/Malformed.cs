using System.Globalization;
using System.Text.Json;
using Actors.Api.Problems;

namespace Actors.Api.Json;

internal static class Malformed
{
    /// <summary>Tells where a body stops being JSON, lines and bytes counted from 1.</summary>
    public static Problem At(JsonException fault) => new(ProblemTypes.MalformedJson, string.Create(
        CultureInfo.InvariantCulture,
        $"The body is not JSON at line {fault.LineNumber + 1 ?? 1}, byte {fault.BytePositionInLine + 1 ?? 1}."));
}
