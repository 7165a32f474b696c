using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Retention;

/// <summary>Erases the oldest idempotency records whose time is over. Answers how many.</summary>
internal sealed class ForgetKeysWrite(long before) : Write<int>
{
    // The oldest stand first, so a young one among them ends the search: what is skipped by a clock set back waits
    // longer.
    private static readonly Sql Delete = new("""
        DELETE FROM idempotency WHERE created_at < ?1 AND no IN (SELECT no FROM idempotency ORDER BY no LIMIT ?2)
        """);

    public override int Bytes => RetentionLimits.RowsMax * 1024;

    private protected override int Run(WriteScope scope)
    {
        using var statement = scope.Prepare(Delete);
        statement.Bind(1, before);
        statement.Bind(2, (long)RetentionLimits.RowsMax);
        return statement.Execute();
    }
}
