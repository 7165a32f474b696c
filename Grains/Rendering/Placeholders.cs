using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Actors.Grains.Rendering;

/// <summary>Replaces <c>{{name}}</c> by a recipient's variable. One pass: values are never read for
/// placeholders.</summary>
public static class Placeholders
{
    private const string Opening = "{{";
    private const string Closing = "}}";

    /// <param name="html">Whether values are text within HTML, and escaped.</param>
    /// <param name="lengthMax">In UTF-16 units. What would be longer is not made: a value can be repeated without
    /// end.</param>
    /// <param name="missing">The name that has no value; null when the text would be too long, or is filled.</param>
    public static bool TryFill(
        string template, ImmutableDictionary<string, string> variables, bool html, int lengthMax,
        out string filled, out string? missing)
    {
        filled = template;
        missing = null;
        var next = template.IndexOf(Opening, StringComparison.Ordinal);
        if (next < 0)
            return true;
        var text = new StringBuilder(template.Length);
        var at = 0;
        for (; next >= 0; next = template.IndexOf(Opening, at, StringComparison.Ordinal))
        {
            var end = template.IndexOf(Closing, next, StringComparison.Ordinal);
            if (end < 0)
                break;
            var name = template[(next + Opening.Length)..end].Trim();
            if (!variables.TryGetValue(name, out var value))
            {
                missing = name;
                return false;
            }
            text.Append(template, at, next - at).Append(html ? WebUtility.HtmlEncode(value) : value);
            if (text.Length > lengthMax)
                return false;
            at = end + Closing.Length;
        }
        filled = text.Append(template, at, template.Length - at).ToString();
        return true;
    }
}
