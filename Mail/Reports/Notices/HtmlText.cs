using System.Net;
using System.Text;

namespace Actors.Mail.Reports.Notices;

/// <summary>The words of an HTML notice, which is what stands between tags: for reading, never for showing.</summary>
internal static class HtmlText
{
    internal static string Of(string html)
    {
        var output = new StringBuilder();
        var rest = html.AsSpan();
        if (rest.Length > ReportLimits.NoticeMax * 4)
            rest = rest[..(ReportLimits.NoticeMax * 4)];
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf('<');
            output.Append(open < 0 ? rest : rest[..open]);
            if (open < 0)
                break;
            rest = rest[open..];
            if (BreaksLine(rest))
                output.Append('\n');
            var close = rest.IndexOf('>');
            rest = close < 0 ? default : rest[(close + 1)..];
        }

        return WebUtility.HtmlDecode(output.ToString());
    }

    private static bool BreaksLine(ReadOnlySpan<char> tag)
    {
        foreach (var name in (ReadOnlySpan<string>)["<br", "<p", "</p", "<div", "</div", "<tr", "<li", "<h"])
        {
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
