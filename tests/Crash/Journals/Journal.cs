using System.Collections.Concurrent;
using Actors.Crash.Sinks;

namespace Actors.Crash.Journals;

/// <summary>What the clients meant to do and what they were told, in order. Only grows.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<Entry> entries = new();
    private int expected;
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<Entry> Entries => entries;

    /// <summary>Recipients of accepted submissions that the receiver will take.</summary>
    public int Expected => Volatile.Read(ref expected);

    /// <summary>Completes with the next entry.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Before the first byte is sent.</summary>
    public void Intend(Submission submission) => Add(new Entry(submission, null));

    public void Note(Submission submission, Answer answer)
    {
        if (answer is Answer.Accepted { Replayed: false })
            Interlocked.Add(ref expected, submission.Recipients.Count(address => Fates.Of(address) != Fate.Refused));
        Add(new Entry(submission, answer));
    }

    private void Add(Entry entry)
    {
        entries.Enqueue(entry);
        Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <param name="Answer">Null for the intent.</param>
    public sealed record Entry(Submission Submission, Answer? Answer);
}
