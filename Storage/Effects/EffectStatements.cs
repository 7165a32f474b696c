using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Effects;

/// <summary>Writes rows of <c>effects</c>.</summary>
internal static class EffectStatements
{
    private static readonly Sql InsertEffect = new(
        "INSERT INTO effects (partition, message, submission, kind) VALUES (?1, ?2, ?3, ?4)");

    /// <param name="scope">The running transaction.</param>
    /// <param name="number">Of the message's row.</param>
    /// <param name="id">Of the message.</param>
    /// <param name="effect">To be carried out once this is durable.</param>
    public static void Insert(WriteScope scope, long number, MessageId id, MessageEffect effect)
    {
        using var statement = scope.Prepare(InsertEffect);
        statement.Bind(1, (long)OutboxPartitions.Of(id));
        statement.Bind(2, number);
        statement.Bind(3, id.Submission.Value);
        statement.Bind(4, (long)effect);
        statement.Execute();
    }
}
