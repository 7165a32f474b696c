using Actors.Grains.Departures;
using Actors.Grains.Ids;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Retention;

/// <summary>Erases the states of a tenant's grains, and their rows in lists.</summary>
internal static class TenantStates
{
    private static readonly Sql OfTenant = new("SELECT grain FROM grain_state WHERE grain = ?1");

    private static readonly Sql InTenant = new(
        "SELECT grain FROM grain_state WHERE grain > ?1 AND grain < ?2 LIMIT ?3");

    private static readonly Sql ClearedInTenant = new(
        "SELECT grain FROM grain_state WHERE grain > ?1 AND grain < ?2 AND state IS NULL LIMIT ?3");

    private static readonly Sql DeleteState = new("DELETE FROM grain_state WHERE grain = ?1");

    // Found by hashes and names, so that all of them are looked at: links, and keys and logins that a crash kept from
    // being told to anybody.
    private static readonly Sql DeleteUnnamed = new("""
        DELETE FROM grain_state WHERE grain IN (
            SELECT grain FROM grain_state WHERE grain > 'link/' AND grain < 'link0'
                AND json_extract(state, '$.target.tenant') = ?1
            UNION ALL SELECT grain FROM grain_state WHERE grain > 'apikey/' AND grain < 'apikey0'
                AND json_extract(state, '$.owner.tenant') = ?1
            UNION ALL SELECT grain FROM grain_state WHERE grain > 'smtplogin/' AND grain < 'smtplogin0'
                AND json_extract(state, '$.account') LIKE ?1 || '/%'
            LIMIT ?2)
        """);

    private static readonly Sql DeleteForgottenPersons = new("""
        DELETE FROM grain_state WHERE grain IN (SELECT grain FROM grain_state
            WHERE grain > 'person/' AND grain < 'person0' AND state IS NULL LIMIT ?1)
        """);

    private static readonly Sql DeleteListing = new("DELETE FROM listings WHERE grain = ?1");

    /// <returns>How many were erased; 0 when none was left.</returns>
    public static int Erase(WriteScope scope, TenantId tenant)
    {
        var erased = 0;
        foreach (var type in StoredTypes.Erased.Concat(StoredTypes.Last))
        {
            var inside = StoredTypes.Last.Contains(type) ? ClearedInTenant : InTenant;
            foreach (var grain in GrainsOf(scope, type, tenant, inside))
            {
                Delete(scope, DeleteListing, grain);
                erased += Delete(scope, DeleteState, grain);
            }
        }

        return erased;
    }

    /// <summary>What is found by no name of the tenant's, and the addresses of persons who are nobody's users any
    /// more.</summary>
    /// <returns>How many were erased; 0 when none was left.</returns>
    public static int EraseUnnamed(WriteScope scope, TenantId tenant)
    {
        using var unnamed = scope.Prepare(DeleteUnnamed);
        unnamed.Bind(1, tenant.Value);
        unnamed.Bind(2, (long)RetentionLimits.RowsMax);
        using var persons = scope.Prepare(DeleteForgottenPersons);
        persons.Bind(1, (long)RetentionLimits.RowsMax);
        return unnamed.Execute() + persons.Execute();
    }

    /// <param name="inTenant">Which of those whose keys begin with the tenant's id.</param>
    private static List<string> GrainsOf(WriteScope scope, string type, TenantId tenant, Sql inTenant)
    {
        var grains = new List<string>();
        using (var own = scope.Prepare(OfTenant))
        {
            own.Bind(1, $"{type}/{tenant}");
            if (own.Step())
                grains.Add(own.Text(0));
        }

        using var inside = scope.Prepare(inTenant);
        inside.Bind(1, $"{type}/{tenant}/");
        inside.Bind(2, $"{type}/{tenant}0");
        inside.Bind(3, (long)RetentionLimits.RowsMax);
        while (inside.Step())
            grains.Add(inside.Text(0));
        return grains;
    }

    private static int Delete(WriteScope scope, Sql sql, string grain)
    {
        using var statement = scope.Prepare(sql);
        statement.Bind(1, grain);
        return statement.Execute();
    }
}
