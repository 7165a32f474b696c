using System.Globalization;

namespace Actors.Mail.Replies;

/// <summary>Finds reply code and enhanced status in text of any kind, in one pass.</summary>
/// <remarks>
/// Several may stand there, one quoting the other. A code next to a status of its class is surest, then one behind a
/// colon or quote, then a permanent one, then the first; a status that says something (not x.0.0) beats one that does
/// not. Numbers within addresses, versions and units are none.
/// </remarks>
internal static class CodeScanner
{
    private const int SubjectMax = 7; // RFC 3463 §2: the registry has no higher one

    internal static (int? Code, EnhancedStatusCode? Status, int At) Scan(ReadOnlySpan<char> text)
    {
        var best = default(Candidates);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;
            var end = EndOfNumber(text, i);
            if (MayStart(text, i))
            {
                if (TryStatus(text[i..end], out var status))
                    best.Add(status);
                else if (TryCode(text, i, end, out var code))
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
    private static bool FollowsCode(ReadOnlySpan<char> text) =>
        text is [.., '4' or '5', >= '0' and <= '7', >= '0' and <= '9', '-']
        && (text.Length == 4 || !(char.IsLetterOrDigit(text[^5]) || text[^5] is '.' or '-'));

    private static bool TryStatus(ReadOnlySpan<char> number, out EnhancedStatusCode status) =>
        EnhancedStatusCode.TryParse(number, out status) && status.Class != 2 && status.Subject <= SubjectMax;

    private static bool TryCode(ReadOnlySpan<char> text, int start, int end, out int code)
    {
        code = 0;
        if (end - start != 3 || text[start] is not ('4' or '5') || text[start + 1] > '7')
            return false;
        var after = end < text.Length ? text[end] : ' ';
        var isCount = after == ' ' && end + 1 < text.Length && IsUnit(text[(end + 1)..])
            && !IsLead(text[..start]);
        return (after is ' ' or '-' or ':' or ',' or ';' or '_' or '\'' or '"' or ']' or ')' or '.' or '\n' or '\r')
            && !isCount
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

    /// <summary>Whether a reply starts here: with the text, or behind "said:", "smtp;" and the like.</summary>
    private static bool IsLead(ReadOnlySpan<char> before)
    {
        var said = before.TrimEnd(" #");
        return said.IsEmpty || said.EndsWithAny(":;'\"[<>(");
    }

    private static bool EndsWithAny(this ReadOnlySpan<char> text, ReadOnlySpan<char> ends) =>
        text.Length > 0 && ends.Contains(text[^1]);

    private struct Candidates
    {
        private int code;
        private int surety;
        private int at;
        private EnhancedStatusCode? status;

        internal readonly (int? Code, EnhancedStatusCode? Status, int At) Chosen =>
            (code == 0 ? null : code, status, at);

        internal void Add(int found, int foundSurety, int foundAt)
        {
            var isBetter = code == 0 || foundSurety > surety
                || (foundSurety == surety && code < 500 && found >= 500 && surety < 3);
            if (isBetter)
                (code, surety, at) = (found, foundSurety, foundAt);
        }

        internal void Add(EnhancedStatusCode found)
        {
            if (status is null || (Says(status.Value) < Says(found)))
                status = found;
        }

        private static int Says(EnhancedStatusCode status) => status switch
        {
            { Subject: 0 } => 0,
            { Detail: 0 } or { Subject: 5 } => 1,
            _ => 2,
        };
    }
}
