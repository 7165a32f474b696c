using Actors.Storage.Databases;
using Actors.Storage.Retention;
using Actors.Storage.Writing;

namespace Actors.Storage.Contacts;

/// <summary>Erases some of what a tenant that has left knew of addresses: of each table about
/// <see cref="RetentionLimits.RowsMax"/> rows at most, and the few counts.</summary>
internal static class ContactErasure
{
    private static readonly Sql Contacts = DeleteSome("contacts", "hash");
    private static readonly Sql Lists = DeleteSome("contact_lists", "list, hash");
    private static readonly Sql Details = DeleteSome("contact_details", "detail, hash");
    private static readonly Sql Domains = new("DELETE FROM blocked_domains WHERE tenant = ?1");
    private static readonly Sql Totals = new("DELETE FROM contact_totals WHERE tenant = ?1");
    private static readonly Sql Days = new("DELETE FROM contact_days WHERE tenant = ?1");

    /// <returns>How many were erased; 0 when none was left.</returns>
    public static int Erase(WriteScope scope, long tenant)
    {
        var erased = 0;
        foreach (var sql in new[] { Contacts, Lists, Details })
        {
            using var statement = scope.Prepare(sql);
            statement.Bind(1, tenant);
            statement.Bind(2, (long)RetentionLimits.RowsMax);
            erased += statement.Execute();
        }

        foreach (var sql in new[] { Domains, Totals, Days })
        {
            using var statement = scope.Prepare(sql);
            statement.Bind(1, tenant);
            erased += statement.Execute();
        }

        return erased;
    }

    private static Sql DeleteSome(string table, string columns) => new($"""
        DELETE FROM {table} WHERE tenant = ?1
        AND ({columns}) IN (SELECT {columns} FROM {table} WHERE tenant = ?1 LIMIT ?2)
        """);
}
