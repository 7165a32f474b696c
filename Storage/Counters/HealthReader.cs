using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Grains.Thresholds;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Counters;

internal sealed class HealthReader(IDatabase database, TenantDirectory tenants) : IHealthReader
{
    private static readonly Sql From = new("""
        SELECT account, hour, finished, hard, complaints FROM health WHERE tenant = ?1 AND hour >= ?2
        """);

    public async Task<ImmutableArray<HealthHour>> Read(TenantId tenant, DateTimeOffset from)
    {
        using var reading = await database.Read();
        if (tenants.Find(tenant, reading) is not { } number)
            return [];
        using var rows = reading.Prepare(From);
        rows.Bind(1, number);
        rows.Bind(2, (long)StoredTime.HourOf(from));
        var hours = ImmutableArray.CreateBuilder<HealthHour>();
        while (rows.Step())
            hours.Add(new HealthHour(
                AccountId.Parse(rows.Text(0)), StoredTime.ReadHour(rows.Number(1)),
                new HealthCounts(rows.Number(2), rows.Number(3), rows.Number(4))));
        return hours.DrainToImmutable();
    }
}
