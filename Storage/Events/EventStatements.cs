using Actors.Grains.Ids;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Events;

/// <summary>Writes rows of <c>events</c>.</summary>
internal static class EventStatements
{
    private static readonly Sql InsertEvent = new(
        "INSERT INTO events (no, message, submission, kind, at, data) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    public static void Insert(
        WriteScope scope, long number, long message, SubmissionId submission, in PreparedEvent happened,
        ReadOnlySpan<byte> data)
    {
        using var statement = scope.Prepare(InsertEvent);
        statement.Bind(1, number);
        statement.Bind(2, message);
        statement.Bind(3, submission.Value);
        statement.Bind(4, (long)happened.Kind);
        statement.Bind(5, happened.At);
        statement.BindText(6, data);
        statement.Execute();
    }
}
