using System.Collections.Concurrent;
using Actors.Grains.Ids;
using Actors.Storage.Databases;

namespace Actors.Storage.Writing;

/// <summary>Which number a tenant has, for readers. A number once committed never changes.</summary>
internal sealed class TenantDirectory
{
    private static readonly Sql ByName = new("SELECT no FROM tenants WHERE name = ?1");
    private static readonly Sql ByNumber = new("SELECT name FROM tenants WHERE no = ?1");

    private readonly ConcurrentDictionary<TenantId, long> numbers = new();
    private readonly ConcurrentDictionary<long, TenantId> names = new();

    public void Add(TenantId tenant, long number)
    {
        numbers[tenant] = number;
        names[number] = tenant;
    }

    /// <returns>Null when the tenant never stored anything.</returns>
    public long? Find(TenantId tenant, IReading reading)
    {
        if (numbers.TryGetValue(tenant, out var known))
            return known;
        using var statement = reading.Prepare(ByName);
        statement.Bind(1, tenant.Value);
        if (!statement.Step())
            return null;
        Add(tenant, statement.Number(0));
        return numbers[tenant];
    }

    public TenantId NameOf(long number, IReading reading)
    {
        if (names.TryGetValue(number, out var known))
            return known;
        using var statement = reading.Prepare(ByNumber);
        statement.Bind(1, number);
        if (!statement.Step())
            throw new InvalidOperationException("A row belongs to a tenant that is not there.");
        var tenant = TenantId.Parse(statement.Text(0));
        Add(tenant, number);
        return tenant;
    }
}
