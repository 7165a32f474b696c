using System.Globalization;
using System.Text;

namespace Actors.Mail.Replies.Matching;

/// <summary>
/// Text as phrases are compared with it: words in lower case, one space between them and at both ends.
/// </summary>
/// <remarks>
/// Accents and apostrophes go, and the hyphen of "e-mail"; addresses go whole, so that nobody's name decides; names of
/// hosts stay one word, so that "spam-filter.example.org" does not talk of spam, and those of domains end with a dot.
/// A reply code that is said again, with or without its status, stands where a line of the reply began, and goes too.
/// Each character is looked at no more than <see cref="VisitsMax"/> times.
/// </remarks>
internal static class FoldedText
{
    internal const int VisitsMax = 5;

    /// <summary>What the word for a domain ends with.</summary>
    internal const char HostEnd = '.';

    /// <summary>"a.de" and what stands behind it: one character more than that is written.</summary>
    private const int HostLengthMin = 4;

    /// <summary>Ends of names that are domains and not "first.last"; and all of two letters are.</summary>
    private static readonly string[] Tops =
        ["com", "net", "org", "edu", "gov", "mil", "info", "biz", "test", "mobi", "email", "cloud", "online"];

    private static readonly char[] Folds = MakeFolds();

    /// <summary>Characters needed for a text of this length.</summary>
    internal static int RoomFor(int length) => length + (length / HostLengthMin) + 2;

    /// <param name="into">At least <see cref="RoomFor"/> the text.</param>
    /// <returns>How much of <paramref name="into"/> is used.</returns>
    /// <param name="prefix">What each line of the reply began with; none for phrases.</param>
    internal static int Fold(ReadOnlySpan<char> text, Span<char> into, LinePrefix prefix = default)
    {
        var at = 0;
        var hasBegun = false;
        into[at++] = ' ';
        for (var i = 0; i < text.Length;)
        {
            if (IsBetween(text[i]))
            {
                i++;
                continue;
            }

            if ((i == 0 || text[i - 1] <= ' ') && prefix.LengthIn(text[i..]) is > 0 and var length)
            {
                if (hasBegun)
                {
                    i += length;
                    continue;
                }

                hasBegun = true;
            }

            var token = Token(text[i..], out var kind);
            i += token.Length;
            at = kind switch
            {
                TokenKind.Address => at,
                TokenKind.Host => WriteHost(token, into, at),
                _ => WriteWords(token, into, at),
            };
        }

        return at;
    }

    internal static string Of(string text)
    {
        var into = new char[RoomFor(text.Length)];
        return new string(into, 0, Fold(text, into));
    }

    /// <summary>The longest start of the text without anything that stands between words.</summary>
    private static ReadOnlySpan<char> Token(ReadOnlySpan<char> text, out TokenKind kind)
    {
        var end = 0;
        var at = -1;
        var dot = -1;
        var isName = true;
        var isSentence = false;
        for (; end < text.Length && !IsBetween(text[end]); end++)
        {
            var c = text[end];
            if (c == '@')
                at = end;
            else if (c == '.')
            {
                isSentence |= dot == end - 1 || (end > 0 && char.IsAsciiLetterLower(text[end - 1])
                    && end + 1 < text.Length && char.IsAsciiLetterUpper(text[end + 1]));
                dot = end + 1 < text.Length && !IsBetween(text[end + 1]) ? end : dot;
            }
            else
                isName &= char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
        }

        kind = at > 0 && at < end - 1 ? TokenKind.Address
            : dot > 0 && dot < end - 1 && isName && !isSentence ? TokenKind.Host
            : TokenKind.Words;
        return text[..end];
    }

    private static int WriteHost(ReadOnlySpan<char> token, Span<char> into, int at)
    {
        token = token.TrimEnd('.');
        foreach (var c in token)
            into[at++] = char.ToLowerInvariant(c);
        if (IsDomain(token))
            into[at++] = HostEnd;
        into[at++] = ' ';
        return at;
    }

    private static bool IsDomain(ReadOnlySpan<char> host)
    {
        var top = host[(host.LastIndexOf('.') + 1)..];
        return top.Length == 2 ? char.IsAsciiLetter(top[0]) && char.IsAsciiLetter(top[1]) : IsTop(top);
    }

    private static bool IsTop(ReadOnlySpan<char> top)
    {
        foreach (var known in Tops)
        {
            if (top.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static int WriteWords(ReadOnlySpan<char> token, Span<char> into, int at)
    {
        if (token is ['e' or 'E', '-', 'm' or 'M', ..])
        {
            into[at++] = 'e';
            token = token[2..];
        }

        foreach (var c in token)
        {
            var folded = Folds[c];
            if (folded == '\0' || (folded == ' ' && into[at - 1] == ' '))
                continue;
            into[at++] = folded;
        }

        if (into[at - 1] != ' ')
            into[at++] = ' ';
        return at;
    }

    private static bool IsBetween(char c) => c <= ' ' || c is '<' or '>' or '(' or ')' or '[' or ']' or '{' or '}'
        or ',' or ';' or ':' or '"' or '=' or '/' or '|' or '?' or '!' or '#' or '&' or '*' or '~' or '\u00a0'
        or '\u3000' or '\u3001' or '\u3002' or '\uff0c' or '\uff1a';

    /// <summary>For each character what it becomes: NUL for nothing.</summary>
    private static char[] MakeFolds()
    {
        var folds = new char[char.MaxValue + 1];
        for (var i = 0; i < folds.Length; i++)
            folds[i] = FoldOf((char)i);
        return folds;
    }

    private static char FoldOf(char c)
    {
        if (c is '\'' or '`' or '\u00b4' or '\u2018' or '\u2019')
            return '\0';
        if (char.IsSurrogate(c))
            return ' ';
        var category = char.GetUnicodeCategory(c);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            return '\0';
        if (!char.IsLetterOrDigit(c))
            return ' ';
        var plain = c < '\u0250' ? c.ToString().Normalize(NormalizationForm.FormD)[0] : c;
        return char.ToLowerInvariant(plain);
    }

    private enum TokenKind
    {
        Words,
        Host,
        Address,
    }
}
