using System.Text;

namespace Actors.Mail.Messages;

internal static class HeaderText
{
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
