using Actors.Grains.Ids;
using Actors.Storage.Databases;
using Actors.Storage.Events;
using Actors.Storage.Writing;

namespace Actors.Storage.Retention;

/// <summary>Goes through the oldest events of a tenant: with its terminal event, each message goes and all events of
/// it; the last one of a submission takes the submission with it.</summary>
/// <remarks>The log in its order is the index of what is over: nothing else has to be kept to find it. An event of a
/// message that has not ended is passed by, and goes with the message.</remarks>
internal sealed class ErasureWrite(TenantId tenant, long number, long before, int hour) : Write<Erased>
{
    private static readonly Sql Oldest = new("""
        SELECT no, message, kind, at FROM events
        WHERE no > (SELECT ?1 << 40 | erased FROM tenants WHERE no = ?1) AND no < (?1 + 1) << 40
        ORDER BY no LIMIT ?2
        """);

    private static readonly Sql DeleteEventsOf = new("DELETE FROM events WHERE message = ?1");

    // What happened to a message after it was erased; its own events are gone by now.
    private static readonly Sql DeleteStray = new("""
        DELETE FROM events WHERE no BETWEEN ?1 AND ?2
        AND NOT EXISTS (SELECT 1 FROM messages WHERE messages.no = events.message)
        """);

    private static readonly Sql DeleteOutcomes = new("DELETE FROM health WHERE tenant = ?1 AND hour < ?2");

    private static readonly Sql NoteErased = new("UPDATE tenants SET erased = ?2 WHERE no = ?1");

    private readonly List<SubmissionId> files = [];

    public override int Bytes => RetentionLimits.RowsMax * 1024;

    private protected override Erased Run(WriteScope scope)
    {
        files.Clear();
        ForgetOutcomes(scope);
        var ended = new List<long>();
        var (rows, first, last) = Collect(scope, ended);
        if (rows == 0)
            return new Erased(tenant, 0, files);
        foreach (var message in ended)
        {
            MessageErasure.Erase(scope, message, files);
            using var delete = scope.Prepare(DeleteEventsOf);
            delete.Bind(1, message);
            delete.Execute();
        }

        using var strays = scope.Prepare(DeleteStray);
        strays.Bind(1, first);
        strays.Bind(2, last);
        strays.Execute();
        using var note = scope.Prepare(NoteErased);
        note.Bind(1, number);
        note.Bind(2, RowNumbers.SequenceOf(last));
        note.Execute();
        return new Erased(tenant, rows, files);
    }

    /// <summary>A row for each account and hour: few since the last round.</summary>
    private void ForgetOutcomes(WriteScope scope)
    {
        using var outcomes = scope.Prepare(DeleteOutcomes);
        outcomes.Bind(1, number);
        outcomes.Bind(2, (long)hour);
        outcomes.Execute();
    }

    private (int Rows, long First, long Last) Collect(WriteScope scope, List<long> ended)
    {
        using var events = scope.Prepare(Oldest);
        events.Bind(1, number);
        events.Bind(2, (long)RetentionLimits.RowsMax);
        var (rows, first, last) = (0, 0L, 0L);
        while (events.Step() && events.Number(3) < before)
        {
            last = events.Number(0);
            if (rows++ == 0)
                first = last;
            if (EventKinds.IsTerminal(events.Number(2)))
                ended.Add(events.Number(1));
        }

        return (rows, first, last);
    }
}

/// <param name="Rows">Events gone through; 0 when nothing was left that is over.</param>
/// <param name="Files">Submissions whose source was a file: to be deleted now that no row names it.</param>
internal sealed record Erased(TenantId Tenant, int Rows, List<SubmissionId> Files);
