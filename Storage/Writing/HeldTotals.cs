using System.Runtime.InteropServices;
using Actors.Storage.Databases;

namespace Actors.Storage.Writing;

/// <summary>By how much a transaction changes how many messages of an account are held.</summary>
internal sealed class HeldTotals
{
    private static readonly Sql Add = new("""
        INSERT INTO held_counts (tenant, account, count) VALUES (?1, ?2, ?3)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        """);

    private readonly Dictionary<(long Tenant, string Account), int> changes = [];

    public void Change(long tenant, string account, int by) =>
        CollectionsMarshal.GetValueRefOrAddDefault(changes, (tenant, account), out _) += by;

    public void Store(ITransaction transaction)
    {
        foreach (var ((tenant, account), by) in changes)
        {
            using var statement = transaction.Prepare(Add);
            statement.Bind(1, tenant);
            statement.Bind(2, account);
            statement.Bind(3, (long)by);
            statement.Execute();
        }

        changes.Clear();
    }

    public void Clear() => changes.Clear();
}
