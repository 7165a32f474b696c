using System.Buffers;
using Actors.Mail.Replies;

namespace Actors.Mail.Reports;

/// <summary>Reply code and enhanced status in the words of a server, wherever they stand in them.</summary>
/// <param name="Code">400 to 599, or 2xx of a delivery; null where there is none.</param>
internal readonly record struct ReplyInText(int? Code, EnhancedStatusCode? Status)
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("245");
    private static readonly SearchValues<char> BeforeCode = SearchValues.Create(":;'\"><([#=,\n|");
    private static readonly SearchValues<char> AfterCode = SearchValues.Create(" -,\n:'\"<;");

    /// <summary>A status behind a reply code, "#" or a bracket counts before one that merely stands there.</summary>
    internal static ReplyInText Of(ReadOnlySpan<char> text)
    {
        int? code = null;
        EnhancedStatusCode? marked = null;
        EnhancedStatusCode? loose = null;
        for (var at = text.IndexOfAny(Digits); at >= 0; at = Next(text, at + 1))
        {
            if (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '-'))
                continue;
            if (EnhancedStatusCode.TryReadPrefix(text[at..], out var status, out _))
            {
                if (IsMarked(text[..at]) && (marked is null || IsVague(marked.Value)))
                    marked = status;
                loose ??= status;
            }
            else if (code is null && TryReadCode(text, at, out var found))
            {
                code = found;
            }
        }

        return new ReplyInText(code, marked ?? loose);
    }

    /// <summary>"Something", and "it took too long": both say nothing of the reason.</summary>
    internal static bool IsVague(EnhancedStatusCode status) =>
        status is { Subject: 0, Detail: 0 } or { Subject: 4, Detail: 7 };

    private static int Next(ReadOnlySpan<char> text, int from)
    {
        var found = text[from..].IndexOfAny(Digits);
        return found < 0 ? -1 : from + found;
    }

    private static bool IsMarked(ReadOnlySpan<char> before)
    {
        if (before.Length > 0 && before[^1] is '#' or '(' or '[' or '-')
            return true;
        before = before.TrimEnd();
        return before.Length >= 3 && TryReadCode(before, before.Length - 3, out _);
    }

    /// <summary>Three digits that begin the text, a line or a quotation, and stand for themselves.</summary>
    private static bool TryReadCode(ReadOnlySpan<char> text, int at, out int code)
    {
        code = 0;
        if (at + 3 > text.Length || !char.IsAsciiDigit(text[at]) || text[at + 1] is < '0' or > '7'
            || !char.IsAsciiDigit(text[at + 2]))
            return false;
        if (at + 3 < text.Length && !AfterCode.Contains(text[at + 3]))
            return false;
        var before = text[..at].TrimEnd(" \t");
        if (before.Length > 0 && !BeforeCode.Contains(before[^1]) && !EndsInReply(before))
            return false;
        code = ((text[at] - '0') * 100) + ((text[at + 1] - '0') * 10) + text[at + 2] - '0';
        return text[at] is '2' or '4' or '5';
    }

    /// <summary>"said", "code", "error", and a code said twice.</summary>
    private static bool EndsInReply(ReadOnlySpan<char> before) =>
        before.EndsWith("said", StringComparison.OrdinalIgnoreCase)
        || before.EndsWith("code", StringComparison.OrdinalIgnoreCase)
        || before.EndsWith("error", StringComparison.OrdinalIgnoreCase)
        || before.EndsWith("reason", StringComparison.OrdinalIgnoreCase);
}
