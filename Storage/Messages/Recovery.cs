using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Messages;

/// <summary>What the last process left unfinished is due at once: nobody else runs, so its attempts died with
/// it.</summary>
/// <remarks>Also after a clean stop. A scheduled or deferred message keeps its time, and needs nothing if that has
/// come.</remarks>
internal static class Recovery
{
    // Phases accepted and attempting. One statement over messages_due, which holds all it asks for: deferred messages
    // cost an index entry read, and none of their rows.
    private static readonly Sql Interrupted = new("""
        UPDATE messages SET due_at = ?1 WHERE no IN (
            SELECT no FROM messages INDEXED BY messages_due WHERE due_at > ?1 AND phase IN (1, 2))
        """);

    /// <returns>How many messages are tried again.</returns>
    public static int Run(IDatabase database, DateTimeOffset now)
    {
        using var transaction = database.Begin();
        using var statement = transaction.Prepare(Interrupted);
        statement.Bind(1, StoredTime.Of(now));
        var found = statement.Execute();
        transaction.Commit();
        return found;
    }
}
