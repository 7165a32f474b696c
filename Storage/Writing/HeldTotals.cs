using System.Runtime.InteropServices;
using Actors.Storage.Databases;

namespace Actors.Storage.Writing;

/// <summary>By how much a transaction changes how many messages are held.</summary>
internal sealed class HeldTotals
{
    private static readonly Sql Add = new("""
        INSERT INTO held_counts (tenant, tag, campaign, account, stream, count) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        """);

    private readonly Dictionary<HeldKey, int> changes = [];

    public void Change(in HeldKey key, int by) =>
        CollectionsMarshal.GetValueRefOrAddDefault(changes, key, out _) += by;

    public void Store(ITransaction transaction)
    {
        foreach (var (key, by) in changes)
        {
            using var statement = transaction.Prepare(Add);
            statement.Bind(1, key.Tenant);
            statement.Bind(2, key.Name.Tag);
            statement.Bind(3, key.Name.Campaign);
            statement.Bind(4, key.Account);
            statement.Bind(5, (long)key.Stream);
            statement.Bind(6, (long)by);
            statement.Execute();
        }

        changes.Clear();
    }

    public void Clear() => changes.Clear();
}

internal readonly record struct HeldKey(long Tenant, CountedName Name, string Account, int Stream);
