using System.Buffers;
using System.Collections.Immutable;
using System.Net;

namespace Actors.Mail.Parsing;

/// <summary>Finds what a reader could follow: addresses of http and https.</summary>
internal static class LinksInText
{
    private const int LinksMax = 100;
    private const int LengthMax = 2_048;
    private const string Scheme = "http";

    private static readonly SearchValues<char> Ends = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x21).Select(c => (char)c), '<', '>', '"', '\'', '\\', '^', '`', '{', '|', '}', '\u00A0',
    ]);

    /// <summary>Punctuation of the sentence around an address.</summary>
    private const string Trailing = ".,;:!?)]";

    internal static ImmutableArray<string> Of(string? text, string? html)
    {
        var links = new List<string>();
        Collect(text, isHtml: false, links);
        Collect(html, isHtml: true, links);
        return [.. links];
    }

    /// <remarks>In HTML, addresses end with the quotes of their attribute as well as in text.</remarks>
    private static void Collect(ReadOnlySpan<char> rest, bool isHtml, List<string> links)
    {
        for (int at; links.Count < LinksMax
            && (at = rest.IndexOf(Scheme, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            rest = rest[at..];
            var end = rest.IndexOfAny(Ends);
            var found = end < 0 ? rest : rest[..end];
            rest = rest[Math.Max(found.Length, Scheme.Length)..];
            var link = found.Length > LengthMax ? "" : found.TrimEnd(Trailing).ToString();
            if (isHtml)
                link = WebUtility.HtmlDecode(link);
            if (IsAddress(link) && !links.Contains(link))
                links.Add(link);
        }
    }

    private static bool IsAddress(string link) =>
        (link.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || link.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        && Uri.TryCreate(link, UriKind.Absolute, out _);
}
