using System.Globalization;

namespace Actors.Mail.Replies;

/// <summary>RFC 3463 status code. The default value stands for nothing and is never produced by a parser.</summary>
public readonly record struct EnhancedStatusCode
{
    /// <param name="statusClass">
    /// 2 success, 4 persistent transient failure, 5 permanent failure (RFC 3463 §3.1).
    /// </param>
    /// <param name="subject">0 to 999 (RFC 3463 §3.2).</param>
    /// <param name="detail">0 to 999.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is outside its range.</exception>
    public EnhancedStatusCode(int statusClass, int subject, int detail)
    {
        if (statusClass is not (2 or 4 or 5))
            throw new ArgumentOutOfRangeException(nameof(statusClass), statusClass, "2, 4 or 5.");
        ArgumentOutOfRangeException.ThrowIfNegative(subject);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(subject, 999);
        ArgumentOutOfRangeException.ThrowIfNegative(detail);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(detail, 999);
        Class = statusClass;
        Subject = subject;
        Detail = detail;
    }

    public int Class { get; }

    public int Subject { get; }

    public int Detail { get; }

    /// <summary>x.0.0, "something", and x.4.7, "it took too long": neither says anything of the reason.</summary>
    internal bool IsVague => this is { Subject: 0, Detail: 0 } or { Subject: 4, Detail: 7 };

    /// <summary>The whole text must be the code.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out EnhancedStatusCode status) =>
        TryReadPrefix(text, out status, out var length) && length == text.Length;

    /// <exception cref="FormatException">The text is not a status code.</exception>
    public static EnhancedStatusCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var status) ? status : throw new FormatException("Not an enhanced status code.");

    /// <summary>Reads a code at the start of <paramref name="text"/>; what follows it must not continue it.</summary>
    internal static bool TryReadPrefix(ReadOnlySpan<char> text, out EnhancedStatusCode status, out int length)
    {
        status = default;
        length = 0;
        if (text.Length < 5 || text[0] is not ('2' or '4' or '5') || text[1] != '.')
            return false;
        var at = 2;
        if (!TryReadNumber(text, ref at, out var subject) || at == text.Length || text[at++] != '.'
            || !TryReadNumber(text, ref at, out var detail))
            return false;
        if (at < text.Length && (char.IsAsciiLetterOrDigit(text[at])
            || (text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
            return false;
        status = new EnhancedStatusCode(text[0] - '0', subject, detail);
        length = at;
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");

    private static bool TryReadNumber(ReadOnlySpan<char> text, ref int at, out int number)
    {
        number = 0;
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && at - start < 3)
            number = (number * 10) + text[at++] - '0';
        return at > start;
    }
}
