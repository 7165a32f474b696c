using System.Buffers;

namespace Actors.Grains.StandardEmails;

/// <summary>What may stand beside a link in text. Mail programs make addresses of text: what is written together with
/// a link becomes part of its address, or the link a part of another.</summary>
internal static class LinkNeighbours
{
    private static readonly SearchValues<char> Before = SearchValues.Create("<([{\"'>");
    private static readonly SearchValues<char> After = SearchValues.Create("<>)]}\"'.,;:!?");

    /// <param name="start">Of the link.</param>
    /// <param name="end">Behind it.</param>
    public static bool Allow(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || char.IsWhiteSpace(text[start - 1]) || Before.Contains(text[start - 1]))
        && (end >= text.Length || char.IsWhiteSpace(text[end]) || After.Contains(text[end]));
}
