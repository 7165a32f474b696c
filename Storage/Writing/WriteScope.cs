using Actors.Grains.Ids;
using Actors.Storage.Contacts;
using Actors.Storage.Databases;

namespace Actors.Storage.Writing;

/// <summary>The running transaction, and what the writes in it share.</summary>
internal sealed class WriteScope(TenantDirectory directory)
{
    private readonly TenantNumbers tenants = new(directory);
    private ITransaction? transaction;

    public CounterTotals Counters { get; } = new();

    public HeldTotals Held { get; } = new();

    public ContactTotals Contacts { get; } = new();

    public HealthTotals Health { get; } = new();

    public IStatement Prepare(Sql sql) => Running.Prepare(sql);

    public Tenant TenantOf(TenantId id) => tenants.Of(id, Running);

    public void Begin(ITransaction begun) => transaction = begun;

    /// <summary>Writes what was gathered, and commits.</summary>
    public void Commit()
    {
        Counters.Store(Running);
        Held.Store(Running);
        Contacts.Store(Running);
        Health.Store(Running);
        tenants.Store(Running);
        Running.Commit();
        transaction = null;
    }

    public void Committed(ICommitObserver observer) => tenants.Committed(observer);

    public void RolledBack()
    {
        Counters.Clear();
        Held.Clear();
        Contacts.Clear();
        Health.Clear();
        tenants.RolledBack();
        transaction = null;
    }

    private ITransaction Running => transaction ?? throw new InvalidOperationException("No transaction is open.");
}
