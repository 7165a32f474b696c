using Actors.Storage.Databases;
using Actors.Storage.Listings;
using Actors.Storage.Writing;

namespace Actors.Storage.GrainStates;

/// <summary>A state to store or to clear. Answers false when another etag is stored.</summary>
internal sealed class GrainStateWrite(StateRow row, long? etag) : Write<bool>
{
    private static readonly Sql Insert = new("""
        INSERT INTO grain_state (grain, name, etag, state, due_at) VALUES (?1, ?2, 1, ?3, ?4) ON CONFLICT DO NOTHING
        """);

    private static readonly Sql Update = new("""
        UPDATE grain_state SET etag = etag + 1, state = ?3, due_at = ?4 WHERE grain = ?1 AND name = ?2 AND etag = ?5
        """);

    private static readonly Sql Unlist = new("DELETE FROM listings WHERE grain = ?1");

    private static readonly Sql Enlist = new("""
        INSERT INTO listings (kind, tenant, id, topic, marks, search, grain) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """);

    public override int Bytes => row.Payload.Length;

    private protected override bool Run(WriteScope scope) => Store(scope, row, etag);

    /// <returns>False when another etag is stored.</returns>
    public static bool Store(WriteScope scope, StateRow row, long? etag)
    {
        if (!StoreState(scope, row, etag))
            return false;
        if (row.MayBeListed)
            List(scope, row);
        return true;
    }

    private static bool StoreState(WriteScope scope, StateRow row, long? etag)
    {
        using var statement = scope.Prepare(etag is null ? Insert : Update);
        statement.Bind(1, row.Grain);
        statement.Bind(2, row.Name);
        if (row.Json is { } piece)
            statement.BindText(3, row.Payload[piece]);
        else
            statement.Bind(3, (string?)null);
        statement.Bind(4, StoredTime.Of(row.DueAt));
        if (etag is { } expected)
            statement.Bind(5, expected);
        return statement.Execute() == 1;
    }

    private static void List(WriteScope scope, StateRow row)
    {
        using var unlist = scope.Prepare(Unlist);
        unlist.Bind(1, row.Grain);
        unlist.Execute();
        if (row.Listing is not { } listing)
            return;
        using var enlist = scope.Prepare(Enlist);
        enlist.Bind(1, listing.Kind);
        enlist.Bind(2, listing.Tenant?.Value ?? "");
        enlist.Bind(3, listing.Id);
        enlist.Bind(4, listing.Topic);
        enlist.Bind(5, ListingRow.Marks(listing));
        enlist.Bind(6, ListingRow.Fold(listing.Search));
        enlist.Bind(7, row.Grain);
        enlist.Execute();
    }
}
