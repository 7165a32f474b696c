using Actors.Crash.Journals;
using Actors.Crash.Processes;
using Actors.Crash.Sinks;

namespace Actors.Crash.Load;

/// <summary>One client: hands in one piece of work after the other, and repeats what has a key until it is
/// told.</summary>
public sealed class Client(string name, int seed, ISubmitter way, Journal journal, Sink sink)
{
    private const int RecipientsMax = 5;

    /// <summary>Accepted and not received yet, above which a client waits: a queue proves nothing more, and costs time
    /// at the end.</summary>
    private const int BacklogMax = 500;

    private static readonly TimeSpan RepeatAfter = TimeSpan.FromMilliseconds(50);

    private readonly Random random = new(seed);
    private IReadOnlyList<Submission>? open;
    private int count;

    /// <summary>Whether some recipients are taken only at a second try.</summary>
    public bool Defers { get; init; } = true;

    /// <summary>Works until the life is over, or all that it may do is done.</summary>
    /// <param name="worksMax">Pieces of work, repeats included.</param>
    public async Task Run(Announcement server, CancellationToken life, int worksMax = int.MaxValue)
    {
        way.Meet(server);
        for (var done = 0; done < worksMax && !life.IsCancellationRequested; done++)
        {
            if (open is null)
            {
                await Room(life);
                open = Next();
                foreach (var submission in open)
                    journal.Intend(submission);
            }
            if (!await Try(open))
                await Pause(life);
        }
    }

    /// <returns>False when it stays open.</returns>
    private async Task<bool> Try(IReadOnlyList<Submission> work)
    {
        var answers = await way.Submit(work);
        for (var i = 0; i < work.Count; i++)
            journal.Note(work[i], answers[i]);
        if (work[0].IdempotencyKey is not null && answers.Any(answer => answer is Answer.Unknown or Answer.Unavailable))
            return false;
        open = null;
        return answers.All(answer => answer is Answer.Accepted);
    }

    private async Task Room(CancellationToken life)
    {
        while (!life.IsCancellationRequested)
        {
            var arrival = sink.Arrival;
            if (journal.Expected - sink.Recipients < BacklogMax)
                return;
            await arrival.WaitAsync(life).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task Pause(CancellationToken life) =>
        await Task.Delay(RepeatAfter, TimeProvider.System, life).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private Submission[] Next()
    {
        var key = random.Next(2) == 0 ? $"key-{name}-{count}" : null;
        var work = new Submission[way.Together];
        for (var i = 0; i < work.Length; i++)
            work[i] = Next(key);
        return work;
    }

    private Submission Next(string? key)
    {
        var mark = $"{name}.{count++}";
        var recipients = new string[1 + random.Next(RecipientsMax)];
        for (var i = 0; i < recipients.Length; i++)
            recipients[i] = $"{NextFate().Prefix()}{mark}-{i}@{Submission.Domain}";
        return new Submission(mark, [.. recipients], key, Large: random.Next(20) == 0);
    }

    private Fate NextFate() => random.Next(20) switch
    {
        0 when Defers => Fate.TakenLater,
        1 => Fate.Refused,
        _ => Fate.Taken,
    };
}
