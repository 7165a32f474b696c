using System.Globalization;

namespace Actors.Grains.Subscriptions;

/// <summary>A billing cycle: a calendar month in UTC.</summary>
/// <param name="Number">Months since the year 0.</param>
[GenerateSerializer, Immutable, Alias("billing-month")]
public readonly record struct BillingMonth([property: Id(0)] int Number)
{
    private const int MonthsAYear = 12;

    public static BillingMonth Of(DateTimeOffset time) => Of(DateOnly.FromDateTime(time.UtcDateTime));

    public static BillingMonth Of(DateOnly day) => new((day.Year * MonthsAYear) + day.Month - 1);

    /// <summary>Reads <c>2026-11</c>.</summary>
    public static bool TryParse(string text, out BillingMonth month)
    {
        var valid = DateOnly.TryParseExact(
            text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        month = valid ? Of(first) : default;
        return valid;
    }

    public DateOnly First() => new(Number / MonthsAYear, (Number % MonthsAYear) + 1, 1);

    public DateOnly Last() => Plus(1).First().AddDays(-1);

    public int Days() => Last().Day;

    /// <summary>The moment it begins.</summary>
    public DateTimeOffset Begins() => new(First(), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The moment it is over: the next begins.</summary>
    public DateTimeOffset Ends() => Plus(1).Begins();

    public BillingMonth Plus(int months) => new(Number + months);

    public override string ToString() => First().ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
