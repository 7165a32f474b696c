using Actors.Storage.Databases;

namespace Actors.Storage.Writing;

/// <summary>What a transaction adds to the counters, written once per key however many events it holds.</summary>
internal sealed class CounterTotals
{
    private static readonly Sql Add = new("""
        INSERT INTO counters (tenant, day, account, stream, campaign, tag, kind, category, hard, count)
        VALUES (?1, ?2, ?3, ?4, ?10, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        """);

    private readonly Dictionary<CounterKey, int> totals = [];

    /// <param name="by">Negative for what is taken back.</param>
    public void Count(in CounterKey key, int by = 1) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(totals, key, out _) += by;

    public void Store(ITransaction transaction)
    {
        foreach (var (key, count) in totals)
        {
            using var statement = transaction.Prepare(Add);
            statement.Bind(1, key.Tenant);
            statement.Bind(2, (long)key.Day);
            statement.Bind(3, key.Account);
            statement.Bind(4, (long)key.Stream);
            statement.Bind(5, key.Name.Tag);
            statement.Bind(6, (long)key.Kind);
            statement.Bind(7, key.Category);
            statement.Bind(8, key.Hard ? 1L : 0L);
            statement.Bind(9, (long)count);
            statement.Bind(10, key.Name.Campaign);
            statement.Execute();
        }

        totals.Clear();
    }

    public void Clear() => totals.Clear();
}

/// <param name="Category">Empty where the event says nothing of a reply's meaning.</param>
internal readonly record struct CounterKey(
    long Tenant, int Day, string Account, int Stream, CountedName Name, int Kind, string Category, bool Hard);
