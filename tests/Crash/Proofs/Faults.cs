using Actors.Crash.Calls;
using Actors.Crash.Journals;
using Actors.Crash.Processes;

namespace Actors.Crash.Proofs;

/// <summary>Lets the disk fail while mail comes in.</summary>
public static class Faults
{
    /// <summary>Calls of the writer that go well first: the start, and some mail.</summary>
    private const int GoWell = 30;

    /// <summary>Probes that meet the full disk, one a second.</summary>
    private const int FullProbes = 3;

    private const int WorksAfterwards = 3;

    /// <summary>One fsync fails; everything after it is refused until a restart. A repeat of what was accepted before
    /// is told so.</summary>
    public static async Task<Outcome> FailedSync(int seed)
    {
        await using var rig = await Rig.SetUp(seed);
        await rig.Stop();
        rig.Begin(Strace.Fail(Strace.Sync, "EIO", GoWell, GoWell));
        var server = await rig.Server.Listening();
        rig.Load(server);
        await Until(rig, entries => entries.Any(IsUnavailable), "a refusal after the failed fsync");
        await rig.Calm();
        var before = rig.Journal.Entries.Count;
        rig.Load(server, WorksAfterwards);
        await Until(rig, entries => entries.Skip(before).Count(IsUnavailable) >= WorksAfterwards, "refusals that last");
        await rig.Calm();
        var broken = rig.Journal.Entries.Skip(before)
            .Where(entry => entry.Answer
                is not (null or Answer.Unavailable { Code: 421 or 503 } or Answer.Accepted { Replayed: true }))
            .Select(entry => $"{entry.Submission.Mark}: told {entry.Answer} after a failed fsync").ToList();
        await rig.Kill();
        rig.Begin();
        broken.AddRange(await rig.Verify(await rig.Server.Listening()));
        return Outcome.Of(rig, seed, broken);
    }

    /// <summary>The disk is full for some writes; then mail is taken again, by the same process.</summary>
    public static async Task<Outcome> FullDisk(int seed)
    {
        await using var rig = await Rig.SetUp(seed);
        await rig.Stop();
        rig.Begin(Strace.Fail("pwrite64", "ENOSPC", GoWell, GoWell + FullProbes - 1));
        var server = await rig.Server.Listening();
        rig.Load(server);
        await Until(rig, IsTakenAgain, "mail that is taken after the disk was full");
        await rig.Calm();
        var broken = (await rig.Verify(server)).ToList();
        if (await rig.Stop() is not 0 and var code)
            broken.Add($"stopped with exit code {code}");
        broken.AddRange(rig.VerifyCounters());
        return Outcome.Of(rig, seed, broken);
    }

    private static bool IsUnavailable(Journal.Entry entry) => entry.Answer is Answer.Unavailable;

    private static bool IsTakenAgain(IReadOnlyCollection<Journal.Entry> entries)
    {
        var after = entries.SkipWhile(entry => !IsUnavailable(entry)).ToArray();
        var last = Array.FindLastIndex(after, IsUnavailable);
        return last >= 0 && after.Skip(last).Count(entry => entry.Answer is Answer.Accepted) >= 10;
    }

    /// <exception cref="TimeoutException">It does not come to be.</exception>
    private static async Task Until(
        Rig rig, Func<IReadOnlyCollection<Journal.Entry>, bool> condition, string name)
    {
        using var limit = new CancellationTokenSource(Waiting.Max, TimeProvider.System);
        while (!condition(rig.Journal.Entries))
        {
            var next = rig.Journal.Next;
            if (condition(rig.Journal.Entries))
                return;
            await next.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (limit.IsCancellationRequested)
                throw new TimeoutException($"Waited for {name}. {rig.Server.Errors}");
        }
    }
}
