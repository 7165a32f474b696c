using Actors.Grains.Ids;
using Actors.Storage.Contacts;
using Actors.Storage.Databases;
using Actors.Storage.Imports;
using Actors.Storage.Writing;

namespace Actors.Storage.Retention;

/// <summary>Erases some rows of a tenant that has left: of each table about <see cref="RetentionLimits.RowsMax"/> at
/// most.</summary>
/// <remarks>Its row in <c>tenants</c> stays: neither its number nor its id is given out again.</remarks>
/// <param name="number">Null where it never stored more than settings.</param>
internal sealed class TenantErasure(TenantId tenant, long? number) : Write<Erased>
{
    private static readonly Sql Ended = new("""
        SELECT no FROM messages WHERE no BETWEEN ?1 AND ?2 AND due_at IS NULL ORDER BY no LIMIT ?3
        """);

    private static readonly Sql DeleteEffects = new("DELETE FROM effects WHERE message = ?1");

    private static readonly Sql DeleteEvents = new("""
        DELETE FROM events WHERE no IN (SELECT no FROM events WHERE no BETWEEN ?1 AND ?2 ORDER BY no LIMIT ?3)
        """);

    private static readonly Sql DeleteSandboxMails = new("""
        DELETE FROM sandbox_mails
        WHERE no IN (SELECT no FROM sandbox_mails WHERE no BETWEEN ?1 AND ?2 ORDER BY no LIMIT ?3)
        """);

    private static readonly Sql DeleteCounters = new("""
        DELETE FROM counters WHERE (tenant, tag, campaign, day, account, stream, kind, category, hard) IN (
            SELECT tenant, tag, campaign, day, account, stream, kind, category, hard FROM counters
            WHERE tenant = ?1 LIMIT ?2)
        """);

    /// <summary>What is held still is cancelled first, and counted down by that.</summary>
    private static readonly Sql DeleteHeldCounts = new("DELETE FROM held_counts WHERE tenant = ?1 AND count = 0");

    private static readonly Sql DeleteHealth = new("""
        DELETE FROM health WHERE tenant = ?1 AND hour = (SELECT min(hour) FROM health WHERE tenant = ?1)
        """);

    private static readonly Sql DeleteIdempotency = new("""
        DELETE FROM idempotency WHERE no IN (SELECT no FROM idempotency WHERE tenant = ?1 LIMIT ?2)
        """);

    /// <summary>Counters erased in one write: small rows that lie together.</summary>
    private const int CountersMax = 10 * RetentionLimits.RowsMax;

    private readonly List<SubmissionId> files = [];

    public override int Bytes => RetentionLimits.RowsMax * 1024;

    private protected override Erased Run(WriteScope scope)
    {
        files.Clear();
        var rows = TenantStates.Erase(scope, tenant);
        if (number is { } of)
            rows += Messages(scope, of) + Log(scope, of) + Counts(scope, of) + ContactErasure.Erase(scope, of)
                + ImportTables.Erase(scope, of);
        if (rows == 0) // last, because nothing leads to them
            rows = TenantStates.EraseUnnamed(scope, tenant);
        return new Erased(tenant, rows, files);
    }

    private int Messages(WriteScope scope, long of)
    {
        var (first, last) = RowNumbers.MessagesOf(of);
        var ended = new List<long>();
        using (var rows = scope.Prepare(Ended))
        {
            rows.Bind(1, first);
            rows.Bind(2, last);
            rows.Bind(3, (long)RetentionLimits.RowsMax);
            while (rows.Step())
                ended.Add(rows.Number(0));
        }

        foreach (var message in ended)
        {
            using var effects = scope.Prepare(DeleteEffects);
            effects.Bind(1, message);
            effects.Execute();
            MessageErasure.Erase(scope, message, files);
        }

        return ended.Count;
    }

    private static int Log(WriteScope scope, long of) =>
        Range(scope, DeleteEvents, of) + Range(scope, DeleteSandboxMails, of);

    /// <summary>Of tables that are numbered by tenant and sequence.</summary>
    private static int Range(WriteScope scope, Sql delete, long of)
    {
        using var statement = scope.Prepare(delete);
        statement.Bind(1, RowNumbers.Event(of, 0));
        statement.Bind(2, RowNumbers.Event(of, RowNumbers.SequenceMax));
        statement.Bind(3, (long)RetentionLimits.RowsMax);
        return statement.Execute();
    }

    private static int Counts(WriteScope scope, long of)
    {
        using var counters = scope.Prepare(DeleteCounters);
        counters.Bind(1, of);
        counters.Bind(2, (long)CountersMax);
        using var held = scope.Prepare(DeleteHeldCounts);
        held.Bind(1, of);
        using var health = scope.Prepare(DeleteHealth);
        health.Bind(1, of);
        using var idempotency = scope.Prepare(DeleteIdempotency);
        idempotency.Bind(1, of);
        idempotency.Bind(2, (long)RetentionLimits.RowsMax);
        return counters.Execute() + held.Execute() + health.Execute() + idempotency.Execute();
    }
}
