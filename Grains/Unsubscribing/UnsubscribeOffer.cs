using System.Net;
using Actors.Mail.Messages;

namespace Actors.Grains.Unsubscribing;

/// <summary>What a recipient's copy says of leaving.</summary>
/// <param name="url">Asked for once, and only where a copy shows it: most receipts do not.</param>
/// <param name="isAdded">Whether header and a visible line are added where the sender gives no way of its own; else the
/// words have the address where they ask for it, and no more is said.</param>
public sealed class UnsubscribeOffer(Func<string> url, bool isAdded)
{
    /// <summary>The name of the address in words.</summary>
    public const string Variable = "unsubscribe_url";

    /// <summary>How words of no template ask for it that have no other variables.</summary>
    public const string Placeholder = "{{" + Variable + "}}";

    private const string BodyEnd = "</body>";

    private static readonly string LongestUrl = "https://example.org/u/" + new string('a', 700);

    private readonly Lazy<string> url = new(url, LazyThreadSafetyMode.None);

    public bool IsAdded => isAdded;

    /// <summary>Its recipient's own; percent-encoded, with nothing that HTML would have to escape.</summary>
    public string Url => url.Value;

    /// <summary>For checks: as long as any, so that what fits with it fits with all.</summary>
    public static UnsubscribeOffer Longest(bool isAdded) => new(static () => LongestUrl, isAdded);

    /// <summary>The header; with the sender's own address for mail, where it gives one.</summary>
    /// <param name="mailto">Null for none.</param>
    public ListUnsubscribe? Header(string? mailto)
    {
        if (!IsAdded)
            return null;
        var isSafe = Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase); // RFC 8058 §3.1
        return ListUnsubscribe.TryCreate(Url, mailto, isSafe, out var list, out _) ? list : null;
    }

    /// <summary>The text with a line at its end, where it does not have the address yet.</summary>
    /// <param name="language">BCP 47; null for the default.</param>
    public string InText(string text, string? language) => text.Contains(Url, StringComparison.Ordinal)
        ? text
        : $"{text.TrimEnd('\r', '\n')}\n\n-- \n{UnsubscribeWords.Of(language)}: {Url}\n";

    /// <summary>The same for a page: at the end of what is seen of it.</summary>
    public string InHtml(string html, string? language)
    {
        if (html.Contains(Url, StringComparison.Ordinal))
            return html;
        var line = $"<p style=\"font-size:small\"><a href=\"{Url}\">"
            + $"{WebUtility.HtmlEncode(UnsubscribeWords.Of(language))}</a></p>\n";
        var end = html.LastIndexOf(BodyEnd, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html + line : html.Insert(end, line);
    }
}
