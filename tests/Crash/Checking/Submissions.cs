using Actors.Crash.Journals;

namespace Actors.Crash.Checking;

/// <summary>Nothing accepted is lost, nothing refused is there, and all of a submission is stored or nothing,
/// once.</summary>
internal static class Submissions
{
    public static IEnumerable<string> Check(Evidence evidence)
    {
        var stored = evidence.Stored.ToLookup(recipient => Submission.MarkOf(recipient.Email));
        var entries = evidence.Journal.ToLookup(entry => entry.Submission.Mark);
        foreach (var marked in entries)
            foreach (var problem in Check(marked.First().Submission, [.. marked], [.. stored[marked.Key]]))
                yield return $"{marked.Key}: {problem}";
        foreach (var stranger in stored.Where(marked => !entries.Contains(marked.Key)))
            yield return $"{stranger.Key}: stored, and no client meant to send it";
    }

    private static IEnumerable<string> Check(
        Submission submission, IReadOnlyList<Journal.Entry> entries, IReadOnlyList<StoredRecipient> stored)
    {
        var accepted = entries.Select(entry => entry.Answer).OfType<Answer.Accepted>().ToArray();
        var ids = stored.Select(recipient => recipient.Submission).Distinct().ToArray();
        if (accepted.Length > 0 && stored.Count == 0)
            yield return $"accepted as {accepted[0].Id} and lost";
        if (accepted.Select(answer => answer.Id).Distinct().Count() > 1)
            yield return "repeats were told different ids";
        if (ids.Length > 1)
            yield return $"stored {ids.Length} times: {string.Join(", ", ids)}";
        else if (stored.Count > 0 && !IsWhole(submission, stored))
            yield return $"stored for {stored.Count} of {submission.Recipients.Length} recipients";
        if (accepted.Length > 0 && stored.Any(recipient => recipient.Submission != accepted[0].Id))
            yield return $"told {accepted[0].Id}, stored as {string.Join(", ", ids)}";
        if (stored.Count > 0 && IsRefused(entries))
            yield return "refused for good and stored all the same";
    }

    private static bool IsWhole(Submission submission, IReadOnlyList<StoredRecipient> stored) =>
        stored.Count == submission.Recipients.Length
        && stored.Select(recipient => recipient.Email).ToHashSet().SetEquals(submission.Recipients);

    /// <summary>Every request of it was answered, each with a refusal that says that nothing is there.</summary>
    private static bool IsRefused(IReadOnlyList<Journal.Entry> entries) =>
        entries.Count > 1 && entries.Skip(1).All(entry => entry.Answer is Answer.Refused);
}
