using Actors.Grains.Outbox;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Messages;

/// <summary>Writes rows of <c>messages</c> and <c>tags</c>.</summary>
internal static class MessageStatements
{
    private static readonly Sql InsertMessage = new("""
        INSERT INTO messages
            (no, version, submission, partition, account, recipient_hash, phase, hold_reason, due_at, state, campaign)
        VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """);

    private static readonly Sql UpdateMessage = new("""
        UPDATE messages SET version = version + 1, phase = ?3, hold_reason = ?4, due_at = ?5, state = ?6
        WHERE no = ?1 AND version = ?2
        """);

    private static readonly Sql InsertTag = new("INSERT OR IGNORE INTO tags (tag, message) VALUES (?1, ?2)");

    public static void Insert(WriteScope scope, long number, long recipientHash, PreparedMessage message)
    {
        using var statement = scope.Prepare(InsertMessage);
        statement.Bind(1, number);
        statement.Bind(2, message.Id.Submission.Value);
        statement.Bind(3, (long)OutboxPartitions.Of(message.Id));
        statement.Bind(4, message.Account);
        statement.Bind(5, recipientHash);
        statement.Bind(6, (long)message.Phase);
        statement.Bind(7, (long)message.HoldReason);
        statement.Bind(8, message.DueAt);
        statement.BindText(9, message.Json);
        statement.Bind(10, message.Campaign);
        statement.Execute();
        foreach (var tag in message.Tags)
            Insert(scope, tag, number);
    }

    /// <returns>False when another version is stored; then nothing was changed.</returns>
    public static bool Update(WriteScope scope, RowEtag etag, PreparedMessage message)
    {
        using var statement = scope.Prepare(UpdateMessage);
        statement.Bind(1, etag.Number);
        statement.Bind(2, etag.Version);
        statement.Bind(3, (long)message.Phase);
        statement.Bind(4, (long)message.HoldReason);
        statement.Bind(5, message.DueAt);
        statement.BindText(6, message.Json);
        return statement.Execute() == 1;
    }

    private static void Insert(WriteScope scope, string tag, long number)
    {
        using var statement = scope.Prepare(InsertTag);
        statement.Bind(1, tag);
        statement.Bind(2, number);
        statement.Execute();
    }
}
