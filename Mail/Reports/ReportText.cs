using System.Text;
using Actors.Mail.Messages;

namespace Actors.Mail.Reports;

internal static class ReportText
{
    /// <summary>Without control characters but LF, trimmed, cut to <paramref name="max"/>.</summary>
    internal static string Cleaned(ReadOnlySpan<char> text, int max)
    {
        text = text.Trim();
        var output = new StringBuilder(Math.Min(text.Length, max));
        foreach (var rune in text.EnumerateRunes())
        {
            if (output.Length + 2 > max)
                break;
            if (rune.Value == '\n')
                output.Append('\n');
            else if (rune.Value != '\r')
                output.Append(HeaderText.IsPlain(rune) ? rune.ToString() : " ");
        }

        return output.ToString().Trim();
    }

    /// <summary>Null where nothing is left.</summary>
    internal static string? FieldOrNull(ReadOnlySpan<char> text) =>
        Cleaned(text, ReportLimits.FieldMax) is { Length: > 0 } cleaned ? cleaned : null;
}
