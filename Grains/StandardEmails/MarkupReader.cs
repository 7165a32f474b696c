using System.Buffers;
using System.Collections.Frozen;

namespace Actors.Grains.StandardEmails;

/// <summary>Tells whether links stand in HTML where a reader sees or follows them and nothing else gets them: as text,
/// or as the whole address of an <c>a</c>. Stricter than browsers: where mail programs could understand the markup
/// otherwise than it is read here, it is refused.</summary>
/// <remarks>Linear in the length of the text: everything is gone through once.</remarks>
public sealed class MarkupReader
{
    public const string Misplaced = "link_misplaced";
    public const string Unsafe = "unsafe_markup";

    private const string TextOrAddress =
        "the link stands as text, with white space around it, or alone as the href of an a, in quotes";

    /// <summary>Elements that load or run something, or whose content is no text to all readers.</summary>
    private static readonly FrozenSet<string> Refused = FrozenSet.ToFrozenSet(
        [
            "script", "iframe", "frame", "object", "embed", "applet", "link", "base", "form", "input", "textarea",
            "select", "option", "button", "template", "noscript", "noembed", "noframes", "xmp", "plaintext", "listing",
            "svg", "math", "area",
        ], StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>=\"'<`");
    private static readonly SearchValues<char> BareEnds = SearchValues.Create(" \t\r\n\f>\"'<`=");

    private readonly string html;
    private readonly MarkupPlace[] links;
    private int next;
    private int at;

    private MarkupReader(string html, MarkupPlace[] links) => (this.html, this.links) = (html, links);

    /// <param name="links">In their order, without overlaps.</param>
    /// <returns>The first that is wrong; null when nothing is.</returns>
    public static MarkupFault? Check(string html, MarkupPlace[] links) => new MarkupReader(html, links).Read();

    private MarkupFault? Read()
    {
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (ReadText(open < 0 ? html.Length : open) is { } misplaced)
                return misplaced;
            if (open < 0)
                break;
            at = open;
            if (ReadMarkup() is { } fault)
                return fault;
        }

        return null;
    }

    /// <summary>Up to the next markup.</summary>
    private MarkupFault? ReadText(int end)
    {
        var text = html.AsSpan(at, end - at);
        for (; next < links.Length && links[next].Start < end; next++)
            if (!LinkNeighbours.Allow(text, links[next].Start - at, links[next].End - at))
                return new MarkupFault(links[next].Start, Misplaced, TextOrAddress);
        at = end;
        return null;
    }

    private MarkupFault? ReadMarkup()
    {
        var rest = html.AsSpan(at);
        if (rest.StartsWith("<!--"))
            return ReadComment();
        if (rest.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
            return html.IndexOf('>', at) is >= 0 and var close
                ? SkipPast(close + 1)
                : Fault(at, "the doctype is not closed");
        var isEnd = rest.StartsWith("</");
        var name = rest[(isEnd ? 2 : 1)..];
        if (name.IsEmpty || !char.IsAsciiLetter(name[0]))
            return Fault(at, "this begins no element: write &lt;");
        var length = name.IndexOfAny(NameEnds);
        var element = (length < 0 ? name : name[..length]).ToString();
        if (Refused.Contains(element))
            return Fault(at, $"there is no {element.ToLowerInvariant()} in a mail with a link: it could get it");
        return SkipPast(at + (isEnd ? 2 : 1) + element.Length)
            ?? ReadAttributes(isEnd ? "" : element) ?? (isEnd ? null : ReadContent(element));
    }

    private MarkupFault? ReadComment()
    {
        var end = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
        var said = end < 0 ? "" : html.AsSpan(at + 4, end - at - 4);
        if (end < 0 || said.StartsWith(">") || said.StartsWith("->") || said.Contains("--!>", StringComparison.Ordinal)
            || said.Contains('['))
            return Fault(at, "a comment for some mail programs alone could give the link away");
        return SkipPast(end + "-->".Length);
    }

    /// <summary>Of elements whose content is not read as markup.</summary>
    private MarkupFault? ReadContent(string element)
    {
        var isStyle = element.Equals("style", StringComparison.OrdinalIgnoreCase);
        if (!isStyle && !element.Equals("title", StringComparison.OrdinalIgnoreCase))
            return null;
        var end = html.IndexOf($"</{element}", at, StringComparison.OrdinalIgnoreCase);
        var content = end < 0 ? "" : html.AsSpan(at, end - at);
        return end < 0 || content.Contains('<') || !EndsName(end + 2 + element.Length)
            ? Fault(at, $"the {element} is not closed")
            : isStyle && (content.ContainsAny('[', '\\')
                || content.Contains("@import", StringComparison.OrdinalIgnoreCase))
                ? Fault(at, "a style that looks at attributes or is loaded could give the link away")
                : SkipPast(end);
    }

    private MarkupFault? ReadAttributes(string element)
    {
        while (true)
        {
            while (at < html.Length && (IsSpace(html[at]) || html[at] == '/'))
                at++;
            if (at == html.Length)
                return Fault(at - 1, "the element is not closed");
            if (html[at] == '>')
                return SkipPast(at + 1);
            if (ReadAttribute(element) is { } fault)
                return fault;
        }
    }

    private MarkupFault? ReadAttribute(string element)
    {
        var (start, length) = (at, html.AsSpan(at).IndexOfAny(NameEnds));
        if (length <= 0)
            return Fault(at, "this is no attribute");
        var name = html.Substring(at, length);
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || name.Equals("ping", StringComparison.OrdinalIgnoreCase))
            return Fault(at, $"the attribute {name.ToLowerInvariant()} could give the link away");
        SkipSpace(at + length);
        if (at == html.Length || html[at] != '=')
            return LinkIn(start, at);
        SkipSpace(at + 1);
        if (at == html.Length || html[at] is not ('"' or '\''))
            return LinkIn(start, at) ?? ReadBare();
        var end = html.IndexOf(html[at], at + 1);
        if (end < 0)
            return Fault(at, "the quote is not closed");
        var value = new MarkupPlace(at + 1, end);
        at = end + 1;
        var isAddress = element.Equals("a", StringComparison.OrdinalIgnoreCase)
            && name.Equals("href", StringComparison.OrdinalIgnoreCase);
        if (!isAddress || next == links.Length || links[next] != value)
            return LinkIn(start, at);
        next++;
        return null;
    }

    private MarkupFault? ReadBare()
    {
        var length = html.AsSpan(at).IndexOfAny(BareEnds);
        return length <= 0 || !(IsSpace(html[at + length]) || html[at + length] == '>')
            ? Fault(at, "put the value of an attribute in quotes")
            : SkipPast(at + length);
    }

    private void SkipSpace(int from)
    {
        for (at = from; at < html.Length && IsSpace(html[at]);)
            at++;
    }

    /// <summary>Steps over what no link may stand in.</summary>
    private MarkupFault? SkipPast(int end)
    {
        var fault = LinkIn(at, end);
        at = end;
        return fault;
    }

    private MarkupFault? LinkIn(int start, int end) =>
        next < links.Length && links[next].Start >= start && links[next].Start < end
            ? new MarkupFault(links[next].Start, Misplaced, TextOrAddress)
            : null;

    /// <summary>A link that is not yet read stands in what is wrong, or behind it.</summary>
    private static MarkupFault Fault(int at, string what) => new(at, Unsafe, what);

    private bool EndsName(int position) =>
        position < html.Length && (IsSpace(html[position]) || html[position] is '/' or '>');

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f';
}
