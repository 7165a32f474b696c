using Actors.Grains.Ids;
using Actors.Grains.Sandbox;
using Actors.Storage.Databases;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Sandbox;

/// <summary>A received mail; the oldest of its tenant make room. Answers false when that id is stored
/// already.</summary>
internal sealed class SandboxWrite(TenantId tenant, SandboxMail mail, ReadOnlyMemory<byte> raw, Payload payload)
    : Write<bool>
{
    private static readonly Sql Last = new("SELECT ifnull(max(no), ?1) FROM sandbox_mails WHERE no BETWEEN ?1 AND ?2");
    private static readonly Sql Insert = new("""
        INSERT INTO sandbox_mails (no, tenant, id, head, source) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING
        """);

    private static readonly Sql DeleteUpTo = new("DELETE FROM sandbox_mails WHERE no BETWEEN ?1 AND ?2");

    private readonly Piece head = payload.Add(SandboxColumns.JsonOf(mail), StorageJson.Write);

    public override int Bytes => payload.Length + raw.Length;

    private protected override bool Run(WriteScope scope)
    {
        var number = scope.TenantOf(tenant).Number;
        var first = RowNumbers.Event(number, 0);
        var next = LastOf(scope, first, RowNumbers.Event(number, RowNumbers.SequenceMax)) + 1;
        using var insert = scope.Prepare(Insert);
        insert.Bind(1, next);
        insert.Bind(2, number);
        insert.Bind(3, mail.Id);
        insert.BindText(4, payload[head]);
        insert.BindBlob(5, raw.Span);
        if (insert.Execute() == 0)
            return false;
        using var delete = scope.Prepare(DeleteUpTo);
        delete.Bind(1, first);
        delete.Bind(2, Math.Max(first, next - SandboxLimits.MailsMax));
        delete.Execute();
        return true;
    }

    private static long LastOf(WriteScope scope, long first, long last)
    {
        using var row = scope.Prepare(Last);
        row.Bind(1, first);
        row.Bind(2, last);
        row.Step();
        return row.Number(0);
    }
}
