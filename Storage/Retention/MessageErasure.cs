using Actors.Grains.Ids;
using Actors.Storage.Databases;
using Actors.Storage.Writing;

namespace Actors.Storage.Retention;

/// <summary>Erases a message that has ended, with its tags, and its submission when it was the last.</summary>
internal static class MessageErasure
{
    private static readonly Sql Tags = new(
        "SELECT DISTINCT value FROM messages, json_each(messages.state, '$.tags') WHERE no = ?1");

    private static readonly Sql DeleteTag = new("DELETE FROM tags WHERE tag = ?1 AND message = ?2");
    private static readonly Sql DeleteMessage = new("DELETE FROM messages WHERE no = ?1 AND due_at IS NULL");
    private static readonly Sql AnyLeft = new("SELECT 1 FROM messages WHERE no BETWEEN ?1 AND ?2 LIMIT 1");
    private static readonly Sql DeleteSubmission = new(
        "DELETE FROM submissions WHERE no = ?1 RETURNING id, source_file");

    /// <param name="files">Gets the submission when its source is a file.</param>
    public static void Erase(WriteScope scope, long message, List<SubmissionId> files)
    {
        foreach (var tag in TagsOf(scope, message))
        {
            using var untag = scope.Prepare(DeleteTag);
            untag.Bind(1, tag);
            untag.Bind(2, message);
            untag.Execute();
        }

        using var delete = scope.Prepare(DeleteMessage);
        delete.Bind(1, message);
        if (delete.Execute() == 1)
            EraseSubmission(scope, RowNumbers.SubmissionOf(message), files);
    }

    private static List<string> TagsOf(WriteScope scope, long message)
    {
        var tags = new List<string>();
        using var rows = scope.Prepare(Tags);
        rows.Bind(1, message);
        while (rows.Step())
            tags.Add(rows.Text(0));
        return tags;
    }

    private static void EraseSubmission(WriteScope scope, long submission, List<SubmissionId> files)
    {
        var (first, last) = RowNumbers.MessagesOfSubmission(submission);
        using (var left = scope.Prepare(AnyLeft))
        {
            left.Bind(1, first);
            left.Bind(2, last);
            if (left.Step())
                return;
        }

        using var delete = scope.Prepare(DeleteSubmission);
        delete.Bind(1, submission);
        if (delete.Step() && delete.Number(1) == 1)
            files.Add(SubmissionId.FromKey(delete.Text(0)));
    }
}
