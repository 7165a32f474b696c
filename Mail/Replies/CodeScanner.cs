using System.Globalization;

namespace Actors.Mail.Replies;

/// <summary>Finds reply code and enhanced status in text of any kind, in one pass.</summary>
/// <remarks>
/// Several may stand there, one quoting the other. A code next to a status of its class is surest, then one behind a
/// colon or quote, then a permanent one, then the first; one that is said again counts where it stood first. A status
/// that says something (not x.0.0) beats one that does not. Numbers within addresses, versions and units are none. In
/// prose, where any number may stand, a code counts only where a reply may begin, a status by its place, and replies of
/// success count too.
/// </remarks>
internal static class CodeScanner
{
    private const int SubjectMax = 7; // RFC 3463 §2: the registry has no higher one

    /// <param name="isProse">A notice or a report; else the words of a server that has refused.</param>
    internal static CodesInText Scan(ReadOnlySpan<char> text, bool isProse = false)
    {
        var best = default(Candidates);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;
            var end = EndOfNumber(text, i);
            if (MayStart(text, i))
            {
                if (TryStatus(text[i..end], isProse, out var status))
                    best.Add(status, isProse ? PlaceOf(text[..i], status) : SayingOf(status));
                else if (TryCode(text, i, end, isProse, out var code))
                    best.Add(code, SuretyOf(text, i, end, code), i);
            }

            i = end - 1;
        }

        return best.Chosen;
    }

    /// <summary>Digits and the dots between them.</summary>
    private static int EndOfNumber(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i < text.Length && (char.IsAsciiDigit(text[i])
            || (text[i] == '.' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
            i++;
        return i;
    }

    private static bool MayStart(ReadOnlySpan<char> text, int at) =>
        at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '-' or '+' or '@' or '%')
        || FollowsCode(text[..at]);

    /// <summary>Whether the text ends with "550-" or the like, behind which the status stands.</summary>
    private static bool FollowsCode(ReadOnlySpan<char> text) => text is [.., '-'] && EndsInCode(text[..^1]);

    private static bool EndsInCode(ReadOnlySpan<char> text) =>
        text is [.., '2' or '4' or '5', >= '0' and <= '7', >= '0' and <= '9']
        && (text.Length == 3 || !(char.IsLetterOrDigit(text[^4]) || text[^4] is '.' or '-'));

    /// <summary>Of several in prose, that behind a code, "#" or a bracket counts before one that merely stands
    /// there.</summary>
    private static int PlaceOf(ReadOnlySpan<char> before, EnhancedStatusCode status) =>
        before is not [.., '#' or '(' or '[' or '-'] && !EndsInCode(before.TrimEnd()) ? 0 : status.IsVague ? 1 : 2;

    /// <summary>Of several in a reply, that which says most of the reason.</summary>
    private static int SayingOf(EnhancedStatusCode status) => status switch
    {
        { IsVague: true } => 0,
        { Detail: 0 } or { Subject: 5 } => 1,
        _ => 2,
    };

    private static bool TryStatus(ReadOnlySpan<char> number, bool isProse, out EnhancedStatusCode status) =>
        EnhancedStatusCode.TryParse(number, out status) && (isProse || status.Class != 2)
        && status.Subject <= SubjectMax;

    private static bool TryCode(ReadOnlySpan<char> text, int start, int end, bool isProse, out int code)
    {
        code = 0;
        var isClass = text[start] is '4' or '5' || (isProse && text[start] == '2');
        if (end - start != 3 || !isClass || text[start + 1] > '7')
            return false;
        var isLead = IsLead(text[..start]);
        var after = end < text.Length ? text[end] : ' ';
        var isCount = after == ' ' && end + 1 < text.Length && IsUnit(text[(end + 1)..]);
        if (!isLead && (isProse || isCount))
            return false;
        return (after is ' ' or '-' or ':' or ',' or ';' or '_' or '\'' or '"' or ']' or ')' or '.' or '<' or '\n'
            or '\r')
            && int.TryParse(text[start..end], NumberStyles.None, CultureInfo.InvariantCulture, out code);
    }

    private static bool IsUnit(ReadOnlySpan<char> text)
    {
        foreach (var unit in (ReadOnlySpan<string>)["MB", "KB", "GB", "byte", "second", "minute", "hour", "day",
            "octets", "messages", "recipients", "connections", "times"])
            if (text.StartsWith(unit, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static int SuretyOf(ReadOnlySpan<char> text, int start, int end, int code)
    {
        if (code is 503)
            return 0; // complains of the command that followed the one refused
        var next = end + 1 < text.Length ? text[(end + 1)..].TrimStart(" #") : default;
        if (next.Length >= 5 && next[0] == (char)('0' + (code / 100)) && next[1] == '.'
            && EnhancedStatusCode.TryReadPrefix(next, out _, out _))
            return 3;
        return start > 0 && IsLead(text[..start]) ? 2 : 1;
    }

    /// <summary>Whether a reply starts here: with text or line, or behind "said:", "smtp;" and the like.</summary>
    private static bool IsLead(ReadOnlySpan<char> before)
    {
        var said = before.TrimEnd(" \t#");
        return said.IsEmpty || said.EndsWithAny(":;'\"[<>(=,|\n") || EndsInReply(said);
    }

    /// <summary>"said 550", "error code 550", "&lt;-- 550", and a code said twice.</summary>
    private static bool EndsInReply(ReadOnlySpan<char> before)
    {
        foreach (var word in (ReadOnlySpan<string>)["said", "code", "error", "reason", "<--"])
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static bool EndsWithAny(this ReadOnlySpan<char> text, ReadOnlySpan<char> ends) =>
        text.Length > 0 && ends.Contains(text[^1]);

    private struct Candidates
    {
        private int code;
        private int surety;
        private int at;
        private EnhancedStatusCode? status;
        private int rank;

        internal readonly CodesInText Chosen => new(code == 0 ? null : code, status, at);

        internal void Add(int found, int foundSurety, int foundAt)
        {
            var isBetter = code == 0 || foundSurety > surety
                || (foundSurety == surety && code < 500 && found >= 500 && surety < 3);
            if (isBetter)
                (code, surety, at) = (found, foundSurety, found == code ? at : foundAt);
        }

        internal void Add(EnhancedStatusCode found, int foundRank)
        {
            if (status is null || foundRank > rank)
                (status, rank) = (found, foundRank);
        }
    }
}
