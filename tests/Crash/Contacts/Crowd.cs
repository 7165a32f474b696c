using System.Collections.Concurrent;
using Actors.Crash.Processes;

namespace Actors.Crash.Contacts;

/// <summary>A sender, its readers and their servers, who go on from life to life: each does again what nobody has
/// answered.</summary>
internal sealed class Crowd(int seed, string key, Letterbox letters)
{
    private const string Domain = "crash.test";
    private const int Workers = 8;
    private const int ReadersOfOne = 4;

    /// <summary>Readers who wait for a letter, above which nobody sends: a queue proves nothing more.</summary>
    private const int BacklogMax = 200;

    private static readonly TimeSpan RepeatAfter = TimeSpan.FromMilliseconds(20);

    private readonly Random random = new(seed);
    private readonly ConcurrentQueue<Errand> open = new();
    private readonly ConcurrentDictionary<(Deed, string), Errand> tried = new();
    private readonly ConcurrentDictionary<(Deed, string), Errand> done = new();
    private readonly ConcurrentDictionary<string, bool> awaited = new();
    private readonly Questions questions = new(TimeProvider.System);
    private readonly ConcurrentQueue<string> refused = new();
    private int count;
    private int underWay;

    /// <summary>Whether there is anything new to do: else only what is open is done.</summary>
    public bool Begins { get; set; } = true;

    /// <summary>What was begun, each once.</summary>
    public IReadOnlyDictionary<(Deed What, string Subject), Errand> Tried => tried;

    /// <summary>What was answered, each once.</summary>
    public IReadOnlyDictionary<(Deed What, string Subject), Errand> Done => done;

    /// <summary>What was refused and must not be.</summary>
    public IReadOnlyCollection<string> Refused => refused;

    /// <summary>Something of each kind was answered.</summary>
    public bool HasDoneAll => Enum.GetValues<Deed>().All(deed => done.Keys.Any(one => one.Item1 == deed));

    /// <summary>Some who got letters, and have no question to answer.</summary>
    public IReadOnlyList<string> Recipients =>
        [.. letters.Letters.Select(letter => letter.Recipient).Where(one => Readers.Of(one) != Deed.Confirm)];

    /// <summary>Nothing is open, and every letter that was accepted has come and was answered.</summary>
    public bool IsCalm => open.IsEmpty && Volatile.Read(ref underWay) == 0 && !Missing.Any();

    /// <summary>What was accepted and did not come, a sentence each.</summary>
    public IEnumerable<string> Missing =>
    [
        .. awaited.Keys.Where(reader => !letters.Has(reader))
            .Select(reader => $"{reader}: accepted, and no letter came"),
        .. done.Keys.Where(one => one.Item1 == Deed.SignUp && !done.ContainsKey((Deed.Confirm, one.Item2)))
            .Select(one => $"{one.Item2}: signed up, and could not confirm"),
    ];

    /// <summary>How often somebody may have been asked to confirm.</summary>
    public int QuestionsMax(string reader) => questions.Max(reader, letters.LastTo(reader));

    /// <summary>Until the life is over.</summary>
    public async Task Live(Announcement server, CancellationToken life)
    {
        using var doors = new Doors(server, key);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(() => Work(doors, life), life)));
    }

    private async Task Work(Doors doors, CancellationToken life)
    {
        while (!life.IsCancellationRequested)
        {
            Interlocked.Increment(ref underWay); // before anything is taken, so that calm is calm
            var errand = Next();
            var isDone = errand is not null && await Try(doors, errand);
            Interlocked.Decrement(ref underWay);
            if (!isDone)
                await Task.Delay(RepeatAfter, TimeProvider.System, life)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> Try(Doors doors, Errand errand)
    {
        tried.TryAdd((errand.What, errand.Subject), errand);
        if (errand.What == Deed.SignUp)
            questions.Begin(errand.Subject);
        try
        {
            if (!await doors.Do(errand))
            {
                open.Enqueue(errand);
                return false;
            }
        }
        catch (InvalidOperationException refusal)
        {
            if (errand.What == Deed.Confirm && questions.Max(errand.Subject) > 1)
                return false; // asked once more since: that letter is answered
            refused.Enqueue($"{errand.What} of {errand.Subject}: {refusal.Message}");
            return false;
        }
        if (done.TryAdd((errand.What, errand.Subject), errand))
            Note(errand);
        return true;
    }

    /// <summary>Of what is answered, some do it once more all the same.</summary>
    private void Note(Errand errand)
    {
        if (errand.What is Deed.Submit or Deed.SignUp)
            foreach (var address in errand.Addresses)
                awaited.TryAdd(address, true);
        if (Chance(4) == 0)
            open.Enqueue(errand);
    }

    /// <returns>Null where there is nothing to do.</returns>
    private Errand? Next()
    {
        while (letters.TryRead(out var letter))
            if (Readers.Of(letter!.Recipient) is { } deed)
                return new Errand(deed, letter.Recipient, [letter.Recipient], letter);
        if (open.TryDequeue(out var errand))
            return errand;
        return Begins && awaited.Count - letters.Readers < BacklogMax ? Begin() : null;
    }

    private Errand Begin()
    {
        lock (random)
        {
            var number = count++;
            if (random.Next(4) == 0)
            {
                var reader = $"{Readers.SignsUp}{number}@{Domain}";
                return new Errand(Deed.SignUp, reader, [reader], null);
            }
            var readers = Enumerable.Range(0, ReadersOfOne)
                .Select(i => $"{Readers.Any(random)}{number}-{i}@{Domain}").ToArray();
            return new Errand(Deed.Submit, $"s-{number}", readers, null);
        }
    }

    private int Chance(int of)
    {
        lock (random)
            return random.Next(of);
    }
}
