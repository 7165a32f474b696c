using System.Buffers;

namespace Actors.Api.Json;

internal static class TextRules
{
    /// <summary>Control characters of ASCII and Latin-1, and the line and paragraph separators.</summary>
    public static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c), '\u2028', '\u2029']);
}
