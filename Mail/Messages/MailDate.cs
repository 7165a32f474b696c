using Actors.Mail.Messages.Parsing;

namespace Actors.Mail.Messages;

/// <summary>Date and time of RFC 5322 §3.3, independent of any culture.</summary>
public static class MailDate
{
    /// <summary>Octets of <c>Tue, 01 Jul 2003 10:52:37 +0200</c>.</summary>
    public const int Length = 31;

    private const string Days = "SunMonTueWedThuFriSat";
    private const string Months = "JanFebMarAprMayJunJulAugSepOctNovDec";

    public static string Format(DateTimeOffset date) =>
        string.Create(Length, date, static (span, value) => Write(value, span));

    /// <summary>
    /// Reads the form of RFC 5322 §3.3 and the obsolete ones of §4.3; a date without zone is taken as UTC.
    /// </summary>
    /// <param name="text">Unfolded.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset date) =>
        new MailDateReader(text).TryRead(out date);

    internal static int MonthOf(ReadOnlySpan<char> name)
    {
        for (var month = 0; month < 12 && name.Length >= 3; month++)
        {
            if (name[..3].Equals(Months.AsSpan(month * 3, 3), StringComparison.OrdinalIgnoreCase))
                return month + 1;
        }

        return 0;
    }

    private static void Write(DateTimeOffset date, Span<char> span)
    {
        Days.AsSpan((int)date.DayOfWeek * 3, 3).CopyTo(span);
        ", ".CopyTo(span[3..]);
        Digits(date.Day, span[5..7]);
        span[7] = ' ';
        Months.AsSpan((date.Month - 1) * 3, 3).CopyTo(span[8..]);
        span[11] = ' ';
        Digits(date.Year, span[12..16]);
        span[16] = ' ';
        Digits(date.Hour, span[17..19]);
        span[19] = ':';
        Digits(date.Minute, span[20..22]);
        span[22] = ':';
        Digits(date.Second, span[23..25]);
        span[25] = ' ';
        span[26] = date.Offset < TimeSpan.Zero ? '-' : '+';
        var offset = date.Offset.Duration();
        Digits(offset.Hours, span[27..29]);
        Digits(offset.Minutes, span[29..31]);
    }

    private static void Digits(int number, Span<char> span)
    {
        for (var i = span.Length - 1; i >= 0; i--, number /= 10)
            span[i] = (char)('0' + (number % 10));
    }
}
