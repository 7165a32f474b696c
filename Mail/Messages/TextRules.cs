using System.Buffers;
using System.Text;
using Actors.Mail.Addresses;

namespace Actors.Mail.Messages;

/// <summary>What is asked of texts that people are shown.</summary>
public static class TextRules
{
    /// <summary>Control characters of ASCII and Latin-1, and the line and paragraph separators.</summary>
    public static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c), '\u2028', '\u2029']);

    /// <summary>Whether it is no longer than a display name, holds no control character, and is shown in the order in
    /// which it is written: else one name can be shown as another.</summary>
    public static bool ReadsAsWritten(string text) =>
        text.Length <= AddressLimits.DisplayNameMax && HeaderText.IsPlain(text) && !HeaderText.TurnsAround(text);

    /// <summary>The beginning of a text that nobody has checked. U+FFFD stands for what is not to be shown.</summary>
    /// <param name="text">Of any length: no more than is shown is looked at.</param>
    /// <param name="max">UTF-16 code units.</param>
    public static string Shown(ReadOnlySpan<char> text, int max)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length + rune.Utf16SequenceLength > max)
                break;
            var isFit = HeaderText.IsPlain(rune) && !(rune.IsBmp && HeaderText.TurnsAround([(char)rune.Value]));
            shown.Append((isFit ? rune : Rune.ReplacementChar).ToString());
        }

        return shown.ToString();
    }
}
