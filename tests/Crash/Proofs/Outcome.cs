using Actors.Crash.Journals;

namespace Actors.Crash.Proofs;

/// <summary>What a proof saw.</summary>
/// <param name="Accepted">Submissions that were told so.</param>
/// <param name="Open">Submissions whose outcome the client never learnt.</param>
/// <param name="Recipients">That received at least one copy.</param>
/// <param name="Duplicates">Copies beyond the first.</param>
/// <param name="Broken">Broken promises, a sentence each.</param>
public sealed record Outcome(
    int Seed, int Submissions, int Accepted, int Open, int Recipients, int Kills, int Duplicates,
    IReadOnlyList<string> Broken)
{
    private const int BrokenShownMax = 20;

    public static Outcome Of(Rig rig, int seed, IReadOnlyList<string> broken)
    {
        var all = rig.Journal.Entries.GroupBy(entry => entry.Submission.Mark).ToArray();
        var accepted = all.Count(entries => entries.Any(entry => entry.Answer is Answer.Accepted));
        var open = all.Count(entries => entries.Last().Answer is not (Answer.Accepted or Answer.Refused));
        return new Outcome(
            seed, all.Length, accepted, open, rig.Sink.Recipients, rig.Lives.Count(life => life.Killed), rig.Duplicates,
            broken);
    }

    public override string ToString() => string.Join('\n', [
        $"seed {Seed}: {Submissions} submissions, {Accepted} accepted, {Open} with an unknown outcome, "
            + $"{Recipients} recipients reached, {Kills} kills, {Duplicates} duplicates, {Broken.Count} broken "
            + "promises",
        .. Broken.Take(BrokenShownMax)]);
}
