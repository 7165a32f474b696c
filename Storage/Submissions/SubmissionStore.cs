using Actors.Grains.Ids;
using Actors.Grains.Ports;
using Actors.Storage.Databases;
using Actors.Storage.Json;
using Actors.Storage.Messages;
using Actors.Storage.Writing;

namespace Actors.Storage.Submissions;

/// <summary>Makes submissions durable, and keeps in memory what the first attempt is about to ask for.</summary>
internal sealed class SubmissionStore(
    IDatabase database, GroupCommit writer, ContentFiles files, FreshContents fresh, Births births,
    TenantDirectory tenants, StoreHealth health, TimeProvider time) : ISubmissionStore
{
    public async Task<bool> Commit(SubmissionRecord record)
    {
        Check(record);
        var source = PreparedSource.Of(record.Submission.Source);
        if (source.InFile) // two fsyncs: not on the caller's thread, which may be in a grain's turn
            await Task.Run(() => files.Write(record.Tenant, record.Submission.Id, source.Bytes));
        try
        {
            using var payload = new Payload();
            var written = await writer.Add(
                (record, source, payload), static w => new SubmissionWrite(w.record, w.source, w.payload));
            if (source.InFile)
                files.Settle(record.Tenant, record.Submission.Id, keep: written.Stored);
            if (written.Stored)
                Remember(record, written.Number, source.Bytes.Length);
            return written.Stored;
        }
        catch when (source.InFile && health.Condition != StoreCondition.Failed)
        {
            // A commit that failed for good may be there after a restart: then the file stays, and the next start
            // decides.
            files.Settle(record.Tenant, record.Submission.Id, keep: false);
            throw;
        }
    }

    public async Task<IdempotencyRecord?> FindIdempotent(TenantId tenant, string key)
    {
        using var reading = await database.Read();
        return tenants.Find(tenant, reading) is { } number
            ? IdempotencyStatements.Find(reading, number, key, time.GetUtcNow())
            : null;
    }

    private static void Check(SubmissionRecord record)
    {
        ArgumentOutOfRangeException.ThrowIfZero(record.Messages.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(record.Messages.Length, RowNumbers.RecipientsMax);
    }

    private void Remember(SubmissionRecord record, long submission, int sourceBytes)
    {
        fresh.Add(record.Tenant, record.Submission, sourceBytes);
        for (var i = 0; i < record.Messages.Length; i++)
        {
            var key = new MessageKey(record.Tenant, new MessageId(record.Submission.Id, i));
            var etag = new RowEtag(RowNumbers.Message(submission, i), 1);
            births.Add(key, record.Messages[i] with { Pending = [] }, etag);
        }
    }
}
