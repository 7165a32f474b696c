using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Storage.Contacts;
using Actors.Storage.Databases;
using Actors.Storage.Json;
using Actors.Storage.Messages;
using Actors.Storage.Writing;

namespace Actors.Storage.Submissions;

/// <summary>A submission made ready on the caller's thread: content, messages, events, idempotency record.</summary>
internal sealed class SubmissionWrite : Write<SubmissionWritten>
{
    private static readonly Sql InsertSubmission = new("""
        INSERT INTO submissions (no, tenant, id, head, source_kind, source_file, source)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """);

    private readonly SubmissionRecord record;
    private readonly PreparedSource source;
    private readonly Payload payload;
    private readonly PreparedMessage[] messages;
    private readonly long[] recipientHashes;
    private readonly Piece head;
    private readonly Piece receipt;

    public SubmissionWrite(SubmissionRecord record, PreparedSource source, Payload payload)
    {
        (this.record, this.source, this.payload) = (record, source, payload);
        head = payload.Add(SubmissionColumns.JsonOf(record.Submission), StorageJson.Write);
        if (record.Idempotency is { } idempotency)
            receipt = payload.Add(SubmissionColumns.JsonOf(idempotency.Receipt), StorageJson.Write);
        messages = new PreparedMessage[record.Messages.Length];
        recipientHashes = new long[messages.Length];
        for (var i = 0; i < messages.Length; i++)
        {
            var state = record.Messages[i];
            messages[i] = new PreparedMessage(new(record.Submission.Id, i), state, payload);
            recipientHashes[i] = MessageColumns.HashOf(state.Recipient);
        }
    }

    public override int Bytes => payload.Length + source.Inline.Length;

    private protected override SubmissionWritten Run(WriteScope scope)
    {
        var tenant = scope.TenantOf(record.Tenant);
        if (record.Idempotency is { } idempotency
            && !IdempotencyStatements.TryInsert(scope, tenant.Number, idempotency, payload[receipt]))
            return default;
        var number = tenant.NextSubmission();
        InsertHead(scope, tenant.Number, number);
        for (var i = 0; i < messages.Length; i++)
        {
            var row = RowNumbers.Message(number, i);
            MessageStatements.Insert(scope, row, recipientHashes[i], messages[i]);
            if (record.Messages[i] is { Stream: MailStream.Marketing, Recipient: var recipient })
                ContactBirth.Insert(scope, tenant.Number, recipient, record.Submission.CreatedAt);
            messages[i].StoreEvents(scope, tenant, row);
        }

        return new SubmissionWritten(true, number);
    }

    private void InsertHead(WriteScope scope, long tenant, long number)
    {
        using var statement = scope.Prepare(InsertSubmission);
        statement.Bind(1, number);
        statement.Bind(2, tenant);
        statement.Bind(3, record.Submission.Id.Value);
        statement.BindText(4, payload[head]);
        statement.Bind(5, (long)source.Kind);
        statement.Bind(6, source.InFile ? 1L : 0L);
        if (source.InFile)
            statement.Bind(7, (string?)null);
        else
            statement.BindBlob(7, source.Inline.Span);
        statement.Execute();
    }
}

/// <param name="Stored">False when another submission holds the idempotency key.</param>
/// <param name="Number">Of the row of the submission.</param>
internal readonly record struct SubmissionWritten(bool Stored, long Number);
