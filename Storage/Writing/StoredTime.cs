namespace Actors.Storage.Writing;

/// <summary>Times as the tables hold them: microseconds since 1970 in UTC.</summary>
internal static class StoredTime
{
    public static long Of(DateTimeOffset time) =>
        (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static long? Of(DateTimeOffset? time) => time is { } value ? Of(value) : null;

    public static DateTimeOffset Read(long microseconds) =>
        new(DateTime.UnixEpoch.Ticks + (microseconds * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public static DateTimeOffset? ReadOrNull(long? microseconds) => microseconds is { } value ? Read(value) : null;

    public static int DayOf(DateOnly day) => day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static DateOnly ReadDay(long day) =>
        DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)day);

    public static int DayOf(DateTimeOffset time) =>
        (int)((time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerDay);

    public static int HourOf(DateTimeOffset time) =>
        (int)((time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerHour);

    public static DateTimeOffset ReadHour(long hour) =>
        new(DateTime.UnixEpoch.Ticks + (hour * TimeSpan.TicksPerHour), TimeSpan.Zero);
}
