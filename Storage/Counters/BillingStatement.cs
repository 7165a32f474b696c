using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Statistics;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Counters;

/// <summary>What a month is billed by.</summary>
internal static class BillingStatement
{
    private static readonly Sql Before = new(
        "SELECT active FROM contact_days WHERE tenant = ?1 AND day < ?2 ORDER BY day DESC LIMIT 1");

    private static readonly Sql Days = new(
        "SELECT day, active, peak FROM contact_days WHERE tenant = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day");

    /// <summary>Kinds 1 and 2: accepted, to be sent at once or later.</summary>
    private static readonly Sql Messages = new($"""
        SELECT day, account, sum(CASE WHEN kind IN (1, 2) THEN count ELSE 0 END),
            sum(CASE WHEN kind = {CounterKinds.Charged} THEN count ELSE 0 END),
            sum(CASE WHEN kind = {CounterKinds.ByOwnServer} THEN count ELSE 0 END)
        FROM counters
        WHERE tenant = ?1 AND tag = '' AND campaign = '' AND day BETWEEN ?2 AND ?3
            AND kind IN (1, 2, {CounterKinds.Charged}, {CounterKinds.ByOwnServer})
        GROUP BY day, account
        """);

    /// <param name="tenant">Null where it never stored anything.</param>
    public static BillingFigures Run(IReading reading, long? tenant, DateOnly first, DateOnly last) => new(
        Contacts(reading, tenant ?? 0, first, last), tenant is { } number ? Mail(reading, number, first, last) : []);

    /// <summary>A day on which nothing changed ends as the day before it.</summary>
    private static ImmutableArray<ContactDay> Contacts(IReading reading, long tenant, DateOnly first, DateOnly last)
    {
        var changed = new Dictionary<DateOnly, ContactDay>();
        using (var rows = Bound(reading, Days, tenant, first))
        {
            rows.Bind(3, (long)StoredTime.DayOf(last));
            while (rows.Step())
            {
                var day = StoredTime.ReadDay(rows.Number(0));
                changed[day] = new ContactDay(day, rows.Number(1), rows.Number(2));
            }
        }

        using var before = Bound(reading, Before, tenant, first);
        var active = before.Step() ? before.Number(0) : 0;
        var days = ImmutableArray.CreateBuilder<ContactDay>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var one = changed.GetValueOrDefault(day) ?? new ContactDay(day, active, active);
            days.Add(one);
            active = one.Active;
        }

        return days.DrainToImmutable();
    }

    private static ImmutableArray<MessageDay> Mail(IReading reading, long tenant, DateOnly first, DateOnly last)
    {
        using var rows = Bound(reading, Messages, tenant, first);
        rows.Bind(3, (long)StoredTime.DayOf(last));
        var days = ImmutableArray.CreateBuilder<MessageDay>();
        while (rows.Step())
            days.Add(new MessageDay(
                StoredTime.ReadDay(rows.Number(0)), AccountId.Parse(rows.Text(1)), rows.Number(2), rows.Number(3),
                rows.Number(4)));
        return days.DrainToImmutable();
    }

    private static IStatement Bound(IReading reading, Sql sql, long tenant, DateOnly first)
    {
        var rows = reading.Prepare(sql);
        rows.Bind(1, tenant);
        rows.Bind(2, (long)StoredTime.DayOf(first));
        return rows;
    }
}
