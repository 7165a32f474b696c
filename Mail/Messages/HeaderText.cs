using System.Buffers;
using System.Text;

namespace Actors.Mail.Messages;

internal static class HeaderText
{
    private static readonly SearchValues<char> Turning =
        SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>No control character, line separator, replacement character or unpaired surrogate.</summary>
    internal static bool IsPlain(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsPlain(rune))
                return false;
        }

        return true;
    }

    internal static bool IsPlain(Rune rune) => !Rune.IsControl(rune) && rune.Value is not (0x2028 or 0x2029 or 0xFFFD);

    /// <summary>
    /// Whether it holds embeddings, overrides or isolates (UAX #9 §2), which show text in another order than it is
    /// written. Marks such as U+200E do not.
    /// </summary>
    internal static bool TurnsAround(ReadOnlySpan<char> text) => text.ContainsAny(Turning);

    /// <summary>Without what <see cref="TurnsAround"/> tells.</summary>
    internal static string WithoutTurns(string text) =>
        TurnsAround(text) ? string.Concat(text.Where(c => !Turning.Contains(c))) : text;

    /// <summary>Octets of the longest stretch from the start of white space to the end of the word after it.</summary>
    internal static int LongestRun(ReadOnlySpan<char> text)
    {
        var longest = 0;
        while (!text.IsEmpty)
        {
            var run = NextRun(text);
            longest = Math.Max(longest, run);
            text = text[run..];
        }

        return longest;
    }

    /// <summary>Spaces and the word after them: the piece that folding keeps together.</summary>
    internal static int NextRun(ReadOnlySpan<char> text)
    {
        var word = text.IndexOfAnyExcept(' ');
        if (word < 0)
            return text.Length;
        var end = text[word..].IndexOf(' ');
        return end < 0 ? text.Length : word + end;
    }
}
