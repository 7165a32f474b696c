using System.Net;
using System.Text;

namespace Actors.Grains.StandardEmails;

/// <summary>Plain words as an HTML page: paragraphs, and a link where a paragraph is nothing but one.</summary>
internal static class TextAsHtml
{
    /// <param name="text">Paragraphs with an empty line between; tags of a template stay as they are.</param>
    /// <param name="language">BCP 47.</param>
    public static string Page(string text, string language)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(language).Append(
            "\">\n<head><meta charset=\"utf-8\"></head>\n<body style=\"font-family:sans-serif;line-height:1.5\">\n");
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            Write(paragraph.Trim('\n'), page);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Write(string paragraph, StringBuilder page)
    {
        if (paragraph is "{{link}}" or "{{unsubscribe_url}}")
            page.Append("<p><a href=\"").Append(paragraph).Append("\">").Append(paragraph).Append("</a></p>\n");
        else
            page.Append("<p style=\"white-space:pre-line\">").Append(WebUtility.HtmlEncode(paragraph)).Append("</p>\n");
    }
}
