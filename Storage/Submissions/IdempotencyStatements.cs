using System.Text.Json;
using Actors.Grains.Ports;
using Actors.Grains.Submissions;
using Actors.Storage.Databases;
using Actors.Storage.Json;
using Actors.Storage.Writing;

namespace Actors.Storage.Submissions;

/// <summary>Reads and writes rows of <c>idempotency</c>. A record counts for its time, whether it is erased then or
/// later.</summary>
internal static class IdempotencyStatements
{
    private static readonly Sql FindKey = new("""
        SELECT fingerprint, created_at, receipt FROM idempotency WHERE tenant = ?1 AND key = ?2
        """);

    private static readonly Sql DeleteKey = new("DELETE FROM idempotency WHERE tenant = ?1 AND key = ?2");

    private static readonly Sql InsertKey = new("""
        INSERT INTO idempotency (tenant, key, fingerprint, created_at, receipt) VALUES (?1, ?2, ?3, ?4, ?5)
        """);

    /// <returns>Null when there is none, or only one that is over.</returns>
    public static IdempotencyRecord? Find(IReading reading, long tenant, string key, DateTimeOffset now)
    {
        using var statement = reading.Prepare(FindKey);
        statement.Bind(1, tenant);
        statement.Bind(2, key);
        if (!statement.Step())
            return null;
        var createdAt = StoredTime.Read(statement.Number(1));
        if (IsOver(createdAt, now))
            return null;
        var receipt = JsonSerializer.Deserialize(statement.Bytes(2), StorageJson.Default.ReceiptJson)
            ?? throw new JsonException("A stored receipt is null.");
        return new IdempotencyRecord(
            key, statement.IsNull(0) ? null : statement.Text(0), createdAt, SubmissionColumns.Read(receipt));
    }

    /// <returns>False when another submission holds the key; then nothing was written.</returns>
    public static bool TryInsert(WriteScope scope, long tenant, IdempotencyRecord record, ReadOnlySpan<byte> receipt)
    {
        using (var found = scope.Prepare(FindKey))
        {
            found.Bind(1, tenant);
            found.Bind(2, record.Key);
            if (found.Step() && !IsOver(StoredTime.Read(found.Number(1)), record.CreatedAt))
                return false;
        }

        using var delete = scope.Prepare(DeleteKey);
        delete.Bind(1, tenant);
        delete.Bind(2, record.Key);
        delete.Execute();
        using var insert = scope.Prepare(InsertKey);
        insert.Bind(1, tenant);
        insert.Bind(2, record.Key);
        insert.Bind(3, record.Fingerprint);
        insert.Bind(4, StoredTime.Of(record.CreatedAt));
        insert.BindText(5, receipt);
        insert.Execute();
        return true;
    }

    private static bool IsOver(DateTimeOffset createdAt, DateTimeOffset now) =>
        now - createdAt >= SubmissionLimits.IdempotencyRetention;
}
