using System.Globalization;

namespace Actors.Mail.Messages.Parsing;

/// <summary>Reads day, month, year, time and zone in this order, over white space and comments.</summary>
internal ref struct MailDateReader(ReadOnlySpan<char> text)
{
    private AddressScanner scanner = new(text);

    internal bool TryRead(out DateTimeOffset date)
    {
        date = default;
        if (!NextWord())
            return false;
        if (!char.IsAsciiDigit(scanner.Text[0]) && !(NextWord() && (scanner.Text is not "," || NextWord())))
            return false; // the name of a day, which says nothing that the date does not
        if (!Number(out var day) || !NextWord() || MailDate.MonthOf(scanner.Text) is var month && month == 0
            || !NextWord() || !Year(out var year))
            return false;
        if (!Time(out var time, out var zone))
            return false;
        if (year is < 1900 or > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateTimeOffset(new DateTime(year, month, day).Add(time), zone);
        return true;
    }

    private bool Time(out TimeSpan time, out TimeSpan zone)
    {
        time = zone = default;
        if (!NextWord() || !Number(out var hour) || scanner.Next() != AddressToken.Special || scanner.Text is not ":"
            || !NextWord() || !Number(out var minute))
            return false;
        var second = 0;
        var more = NextWord();
        if (more && scanner.Text is ":")
        {
            if (!NextWord() || !Number(out second))
                return false;
            more = NextWord();
        }

        if (hour > 23 || minute > 59 || second > 60)
            return false;
        time = new TimeSpan(hour, minute, Math.Min(second, 59)); // a leap second has no place in a DateTime
        return !more || Zone(scanner.Text, out zone);
    }

    private static bool Zone(ReadOnlySpan<char> text, out TimeSpan zone)
    {
        zone = default;
        if (text[0] is '+' or '-')
        {
            if (text.Length != 5
                || !int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number % 100 > 59 || number > 1400)
                return false;
            zone = new TimeSpan(number / 100, number % 100, 0) * (text[0] == '-' ? -1 : 1);
            return true;
        }

        // RFC 5322 §4.3: the American zones count, everything else is -0000.
        var hours = text switch
        {
            "EDT" => -4,
            "EST" or "CDT" => -5,
            "CST" or "MDT" => -6,
            "MST" or "PDT" => -7,
            "PST" => -8,
            _ => 0,
        };
        zone = TimeSpan.FromHours(hours);
        return true;
    }

    private bool NextWord() => scanner.Next() is AddressToken.Atom or AddressToken.Special;

    /// <summary>Years of two and three digits as RFC 5322 §4.3 reads them.</summary>
    private readonly bool Year(out int year)
    {
        if (!Number(out year))
            return false;
        if (scanner.Text.Length == 2)
            year += year < 50 ? 2000 : 1900;
        else if (scanner.Text.Length == 3)
            year += 1900;
        return true;
    }

    private readonly bool Number(out int number)
    {
        number = 0;
        foreach (var c in scanner.Text)
        {
            if (!char.IsAsciiDigit(c) || number > 9999)
                return false;
            number = (number * 10) + c - '0';
        }

        return true;
    }
}
