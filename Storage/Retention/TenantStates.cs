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

    private static readonly Sql DeleteState = new("DELETE FROM grain_state WHERE grain = ?1");
    private static readonly Sql DeleteListing = new("DELETE FROM listings WHERE grain = ?1");

    /// <returns>How many were erased; 0 when none was left.</returns>
    public static int Erase(WriteScope scope, TenantId tenant)
    {
        var erased = 0;
        foreach (var type in StoredTypes.Erased)
        {
            foreach (var grain in GrainsOf(scope, type, tenant))
            {
                Delete(scope, DeleteListing, grain);
                erased += Delete(scope, DeleteState, grain);
            }
        }

        return erased;
    }

    private static List<string> GrainsOf(WriteScope scope, string type, TenantId tenant)
    {
        var grains = new List<string>();
        using (var own = scope.Prepare(OfTenant))
        {
            own.Bind(1, $"{type}/{tenant}");
            if (own.Step())
                grains.Add(own.Text(0));
        }

        using var inside = scope.Prepare(InTenant);
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
