using Actors.Grains.Ids;
using Actors.Storage.Databases;
using Actors.Storage.Events;
using Actors.Storage.Writing;

namespace Actors.Storage.Retention;

/// <summary>Erases the oldest events of a tenant and, with its terminal event, each message; the last one of a
/// submission takes the submission with it.</summary>
/// <remarks>The log in its order is the index of what is over: nothing else has to be kept to find it.</remarks>
internal sealed class ErasureWrite(TenantId tenant, long number, long before) : Write<Erased>
{
    private static readonly Sql Oldest = new("""
        SELECT no, message, kind, at FROM events
        WHERE no > (SELECT ?1 << 40 | erased FROM tenants WHERE no = ?1) AND no < (?1 + 1) << 40
        ORDER BY no LIMIT ?2
        """);

    private static readonly Sql DeleteEvents = new("DELETE FROM events WHERE no > ?1 << 40 AND no <= ?2");
    private static readonly Sql NoteErased = new("UPDATE tenants SET erased = ?2 WHERE no = ?1");

    private readonly List<SubmissionId> files = [];

    public override int Bytes => RetentionLimits.RowsMax * 1024;

    private protected override Erased Run(WriteScope scope)
    {
        files.Clear();
        var ended = new List<long>();
        var (rows, last) = Collect(scope, ended);
        if (rows == 0)
            return new Erased(tenant, 0, files);
        foreach (var message in ended)
            MessageErasure.Erase(scope, message, files);
        using var delete = scope.Prepare(DeleteEvents);
        delete.Bind(1, number);
        delete.Bind(2, last);
        delete.Execute();
        using var note = scope.Prepare(NoteErased);
        note.Bind(1, number);
        note.Bind(2, RowNumbers.SequenceOf(last));
        note.Execute();
        return new Erased(tenant, rows, files);
    }

    private (int Rows, long Last) Collect(WriteScope scope, List<long> ended)
    {
        using var events = scope.Prepare(Oldest);
        events.Bind(1, number);
        events.Bind(2, (long)RetentionLimits.RowsMax);
        var (rows, last) = (0, 0L);
        while (events.Step() && events.Number(3) < before) // the log is erased from its beginning, without holes
        {
            rows++;
            last = events.Number(0);
            if (EventKinds.IsTerminal(events.Number(2)))
                ended.Add(events.Number(1));
        }

        return (rows, last);
    }
}

/// <param name="Rows">Events erased; 0 when nothing was left to erase.</param>
/// <param name="Files">Submissions whose source was a file: to be deleted now that no row names it.</param>
internal sealed record Erased(TenantId Tenant, int Rows, List<SubmissionId> Files);
