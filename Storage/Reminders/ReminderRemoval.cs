using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Reminders;

/// <summary>Removes a reminder. Answers false when there is none of that etag.</summary>
internal sealed class ReminderRemoval(string grain, string name, long etag) : Write<bool>
{
    private static readonly Sql Delete = new("DELETE FROM reminders WHERE etag = ?1 AND grain = ?2 AND name = ?3");

    public override int Bytes => grain.Length + name.Length;

    private protected override bool Run(WriteScope scope)
    {
        using var statement = scope.Prepare(Delete);
        statement.Bind(1, etag);
        statement.Bind(2, grain);
        statement.Bind(3, name);
        return statement.Execute() == 1;
    }
}
