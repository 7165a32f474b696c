using System.Runtime.InteropServices;
using Actors.Grains.Contacts;
using Actors.Storage.Databases;

namespace Actors.Storage.Contacts;

/// <summary>By how much a transaction changes how many contacts there are, written once per tenant and
/// standing.</summary>
internal sealed class ContactTotals
{
    private static readonly Sql Add = new("""
        INSERT INTO contact_totals (tenant, standing, count) VALUES (?1, ?2, ?3)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        RETURNING count
        """);

    // A day begins with what the day before ended with.
    private static readonly Sql AddDay = new("""
        INSERT INTO contact_days (tenant, day, active, peak) VALUES (?1, ?2, ?3, max(?3, ?4))
        ON CONFLICT DO UPDATE SET active = excluded.active, peak = max(peak, excluded.active)
        """);

    private readonly Dictionary<(long Tenant, ContactStanding Standing), int> changes = [];
    private int day;

    /// <param name="tenant">Its number.</param>
    /// <param name="standing">Of contacts alone.</param>
    /// <param name="by">How many more.</param>
    /// <param name="on">The day, counted as <see cref="Writing.StoredTime"/> does.</param>
    public void Change(long tenant, ContactStanding standing, int by, int on)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(changes, (tenant, standing), out _) += by;
        day = Math.Max(day, on);
    }

    public void Store(ITransaction transaction)
    {
        foreach (var ((tenant, standing), by) in changes)
        {
            if (by == 0)
                continue;
            var count = Store(transaction, tenant, standing, by);
            if (standing == ContactStanding.Active)
                StoreDay(transaction, tenant, count, count - by);
        }

        Clear();
    }

    public void Clear()
    {
        changes.Clear();
        day = 0;
    }

    private static long Store(ITransaction transaction, long tenant, ContactStanding standing, int by)
    {
        using var statement = transaction.Prepare(Add);
        statement.Bind(1, tenant);
        statement.Bind(2, (long)standing);
        statement.Bind(3, (long)by);
        statement.Step();
        return statement.Number(0);
    }

    private void StoreDay(ITransaction transaction, long tenant, long active, long before)
    {
        using var statement = transaction.Prepare(AddDay);
        statement.Bind(1, tenant);
        statement.Bind(2, (long)day);
        statement.Bind(3, active);
        statement.Bind(4, before);
        statement.Execute();
    }
}
