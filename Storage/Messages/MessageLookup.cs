using Actors.Grains.Ids;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Messages;

/// <summary>Finds rows by public ids. A tenant is part of every look-up, so a foreign id is an unknown one.</summary>
internal sealed class MessageLookup(TenantDirectory tenants)
{
    private static readonly Sql SubmissionById = new("SELECT no FROM submissions WHERE tenant = ?1 AND id = ?2");
    private static readonly Sql SubmissionUpTo = new(
        "SELECT no FROM submissions WHERE tenant = ?1 AND id <= ?2 ORDER BY id DESC LIMIT 1");

    private static readonly Sql MessageByNumber = new($"SELECT {MessageRow.Columns} FROM messages WHERE no = ?1");

    public TenantDirectory Tenants => tenants;

    /// <returns>Null when the tenant has no such submission.</returns>
    public long? Submission(IReading reading, TenantId tenant, SubmissionId id) =>
        tenants.Find(tenant, reading) is { } number ? Find(reading, SubmissionById, number, id.Value) : null;

    /// <returns>The number of its row, whether there is one or not; null when the tenant has no such
    /// submission.</returns>
    public long? Message(IReading reading, TenantId tenant, MessageId id) =>
        id.Recipient < RowNumbers.RecipientsMax && Submission(reading, tenant, id.Submission) is { } submission
            ? RowNumbers.Message(submission, id.Recipient)
            : null;

    /// <returns>Null when the tenant has no such message.</returns>
    public MessageRow? Row(IReading reading, TenantId tenant, MessageId id)
    {
        if (Message(reading, tenant, id) is not { } number)
            return null;
        using var statement = reading.Prepare(MessageByNumber);
        statement.Bind(1, number);
        return statement.Step() ? MessageRow.Read(statement) : null;
    }

    /// <summary>Where a page goes on, also when the row it ended with is erased meanwhile.</summary>
    /// <returns>The number of that message, or of the last one before it.</returns>
    public long Place(IReading reading, MessageKey key)
    {
        if (tenants.Find(key.Tenant, reading) is not { } tenant)
            return 0;
        if (Message(reading, key.Tenant, key.Message) is { } number)
            return number;
        return Find(reading, SubmissionUpTo, tenant, key.Message.Submission.Value) is { } earlier
            ? RowNumbers.MessagesOfSubmission(earlier).Last
            : RowNumbers.MessagesOf(tenant).First;
    }

    private static long? Find(IReading reading, Sql sql, long tenant, string id)
    {
        using var statement = reading.Prepare(sql);
        statement.Bind(1, tenant);
        statement.Bind(2, id);
        return statement.Step() ? statement.Number(0) : null;
    }

    /// <param name="row">Number and submission in its first two columns.</param>
    public MessageKey KeyOf(IReading reading, IStatement row)
    {
        var number = row.Number(0);
        return new MessageKey(
            Tenants.NameOf(RowNumbers.TenantOf(number), reading),
            new MessageId(SubmissionId.FromKey(row.Text(1)), RowNumbers.RecipientOf(number)));
    }
}
