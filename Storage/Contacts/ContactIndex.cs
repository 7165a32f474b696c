using Actors.Grains.Contacts;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Contacts;

/// <summary>Keeps up what a contact is found by: its lists, its details, and the domain it blocks.</summary>
internal static class ContactIndex
{
    private static readonly Sql InsertList = new(
        "INSERT INTO contact_lists (tenant, list, hash) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");

    private static readonly Sql DeleteList = new(
        "DELETE FROM contact_lists WHERE tenant = ?1 AND list = ?2 AND hash = ?3");

    private static readonly Sql InsertDetail = new(
        "INSERT INTO contact_details (tenant, detail, hash) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");

    private static readonly Sql DeleteDetail = new(
        "DELETE FROM contact_details WHERE tenant = ?1 AND detail = ?2 AND hash = ?3");

    private static readonly Sql PutDomain = new("""
        INSERT INTO blocked_domains (tenant, domain, since, until) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT DO UPDATE SET since = excluded.since, until = excluded.until
        """);

    private static readonly Sql DeleteDomain = new("DELETE FROM blocked_domains WHERE tenant = ?1 AND domain = ?2");

    /// <summary>The place of a detail's value in its index: FNV-1a, the same on every machine and in every
    /// version.</summary>
    public static long HashOf(string name, string value)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in name)
            hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ '\0') * 1099511628211UL;
        foreach (var c in value)
            hash = (hash ^ c) * 1099511628211UL;
        return (long)hash;
    }

    public static void Change(
        WriteScope scope, long tenant, byte[] hash, ContactState before, ContactState after)
    {
        var (oldLists, newLists) = (ListsOf(before), ListsOf(after));
        foreach (var list in oldLists.Except(newLists))
            Run(scope, DeleteList, tenant, list, hash);
        foreach (var list in newLists.Except(oldLists))
            Run(scope, InsertList, tenant, list, hash);
        var (oldDetails, newDetails) = (DetailsOf(before), DetailsOf(after));
        foreach (var detail in oldDetails.Except(newDetails))
            Run(scope, DeleteDetail, tenant, detail, hash);
        foreach (var detail in newDetails.Except(oldDetails))
            Run(scope, InsertDetail, tenant, detail, hash);
        if ((after.BlockedDomain ?? before.BlockedDomain) is { } domain && before.Blocked != after.Blocked)
            Block(scope, tenant, domain.Ascii, after.Blocked);
    }

    private static List<string> ListsOf(ContactState contact) =>
        [.. contact.Lists.Where(one => one.LeftAt is null).Select(one => one.Name)];

    private static List<long> DetailsOf(ContactState contact) =>
        [.. contact.Details.Select(one => HashOf(one.Key, one.Value))];

    private static void Run(WriteScope scope, Sql sql, long tenant, string list, byte[] hash)
    {
        using var statement = scope.Prepare(sql);
        statement.Bind(1, tenant);
        statement.Bind(2, list);
        statement.BindBlob(3, hash);
        statement.Execute();
    }

    private static void Run(WriteScope scope, Sql sql, long tenant, long detail, byte[] hash)
    {
        using var statement = scope.Prepare(sql);
        statement.Bind(1, tenant);
        statement.Bind(2, detail);
        statement.BindBlob(3, hash);
        statement.Execute();
    }

    private static void Block(WriteScope scope, long tenant, string domain, ManualBlock? block)
    {
        using var statement = scope.Prepare(block is null ? DeleteDomain : PutDomain);
        statement.Bind(1, tenant);
        statement.Bind(2, domain);
        if (block is not null)
        {
            statement.Bind(3, StoredTime.Of(block.Since));
            statement.Bind(4, StoredTime.Of(block.Until));
        }

        statement.Execute();
    }
}
