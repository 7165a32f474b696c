using Actors.Grains.Ids;
using Actors.Storage.Databases;

namespace Actors.Storage.Writing;

/// <summary>Gives out tenants' numbers, submission numbers and event sequence numbers without gaps.</summary>
/// <remarks>Kept in memory once read. What a transaction gave out is taken back when it fails.</remarks>
internal sealed class TenantNumbers(TenantDirectory directory)
{
    private static readonly Sql Find = new("SELECT no, submissions, events FROM tenants WHERE name = ?1");
    private static readonly Sql Highest = new("SELECT ifnull(max(no), 0) FROM tenants");
    private static readonly Sql Insert = new(
        "INSERT INTO tenants (no, name, submissions, events, erased) VALUES (?1, ?2, ?3, ?4, 0)");
    private static readonly Sql Update = new("UPDATE tenants SET submissions = ?2, events = ?3 WHERE no = ?1");

    private readonly Dictionary<TenantId, Tenant> tenants = [];
    private readonly List<Tenant> touched = [];

    public Tenant Of(TenantId id, ITransaction transaction)
    {
        if (!tenants.TryGetValue(id, out var tenant))
            tenants[id] = tenant = Read(id, transaction);
        if (!tenant.Touched)
        {
            tenant.Touched = true;
            touched.Add(tenant);
        }

        return tenant;
    }

    /// <summary>Writes what was given out into the transaction.</summary>
    public void Store(ITransaction transaction)
    {
        foreach (var tenant in touched)
        {
            if (!tenant.Changed)
                continue;
            using var statement = transaction.Prepare(tenant.IsNew ? Insert : Update);
            statement.Bind(1, tenant.Number);
            if (tenant.IsNew)
                statement.Bind(2, tenant.Id.Value);
            statement.Bind(tenant.IsNew ? 3 : 2, tenant.Submissions);
            statement.Bind(tenant.IsNew ? 4 : 3, tenant.Events);
            statement.Execute();
        }
    }

    public void Committed(ICommitObserver observer)
    {
        foreach (var tenant in touched)
        {
            if (tenant.Changed && tenant.IsNew)
                directory.Add(tenant.Id, tenant.Number);
            var newEvents = tenant.Events > tenant.EventsStored;
            tenant.Keep();
            if (newEvents)
                observer.EventsStored(tenant.Id, tenant.Events);
        }

        touched.Clear();
    }

    public void RolledBack()
    {
        foreach (var tenant in touched)
        {
            if (tenant.IsNew)
                tenants.Remove(tenant.Id);
            else
                tenant.TakeBack();
        }

        touched.Clear();
    }

    private Tenant Read(TenantId id, ITransaction transaction)
    {
        using var found = transaction.Prepare(Find);
        found.Bind(1, id.Value);
        if (found.Step())
            return new Tenant(id, found.Number(0), found.Number(1), found.Number(2));
        using var highest = transaction.Prepare(Highest);
        highest.Step();
        var number = highest.Number(0);
        foreach (var tenant in touched)
            number = Math.Max(number, tenant.Number); // new in this transaction, not in the table yet
        if (number >= RowNumbers.TenantsMax)
            throw new InvalidOperationException($"No more than {RowNumbers.TenantsMax} tenants can be stored.");
        return new Tenant(id, number + 1);
    }
}
