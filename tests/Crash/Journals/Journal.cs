using System.Collections.Concurrent;
using Actors.Crash.Sinks;

namespace Actors.Crash.Journals;

/// <summary>What the clients meant to do and what they were told, in order. Only grows.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<Entry> entries = new();
    private int expected;

    public IReadOnlyCollection<Entry> Entries => entries;

    /// <summary>Recipients of accepted submissions that the receiver will take.</summary>
    public int Expected => Volatile.Read(ref expected);

    /// <summary>Before the first byte is sent.</summary>
    public void Intend(Submission submission) => entries.Enqueue(new Entry(submission, null));

    public void Note(Submission submission, Answer answer)
    {
        if (answer is Answer.Accepted { Replayed: false })
            Interlocked.Add(ref expected, submission.Recipients.Count(address => Fates.Of(address) != Fate.Refused));
        entries.Enqueue(new Entry(submission, answer));
    }

    /// <param name="Answer">Null for the intent.</param>
    public sealed record Entry(Submission Submission, Answer? Answer);
}
