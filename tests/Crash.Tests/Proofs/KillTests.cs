using Actors.Crash.Calls;
using Actors.Crash.Proofs;
using Actors.Testing;
using Xunit.Abstractions;

namespace Actors.Crash.Tests.Proofs;

[Collection(Form.OneByOne)]
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly TimeSpan LongSoak = TimeSpan.FromMinutes(2);

    private readonly int seed = Form.SeedOf(output);

    [Fact]
    public async Task nothing_accepted_is_lost_however_often_the_server_is_killed()
    {
        var outcome = await new Soak(seed, Kills: 4, Form.IsLong ? LongSoak : TimeSpan.Zero).Run();

        outcome.ShouldKeepItsPromises(output);
        outcome.Kills.ShouldBeGreaterThanOrEqualTo(4);
    }

    [RequiresProgramFact("strace")]
    public Task a_kill_at_any_fsync_loses_nothing() => KillsLoseNothing(Strace.Sync);

    [RequiresProgramFact("strace")]
    public Task a_kill_at_any_write_loses_nothing() => KillsLoseNothing("pwrite64");

    [RequiresProgramFact("strace")]
    public async Task a_first_start_cut_short_is_made_whole_by_the_next()
    {
        foreach (var (call, last) in ((string, int)[])[(Strace.Sync, 10), ("pwrite64", 40)])
            foreach (var point in Form.Points(last, few: 1))
            {
                var (killed, complaint) = await FirstStarts.Run(call, point);
                output.WriteLine($"{call} {point}: {(killed ? "killed" : "came through")}");
                complaint.ShouldBeNull($"after a kill at {call} {point}");
            }
    }

    private async Task KillsLoseNothing(string call)
    {
        var points = Form.Points(last: 200, few: 4);
        foreach (var outcome in await new Injection(seed, call, points).Run())
        {
            output.WriteLine(string.Join(' ', points));
            outcome.Broken.ShouldBeEmpty(outcome.ToString());
            outcome.Kills.ShouldBeGreaterThan(0);
            output.WriteLine(outcome.ToString());
        }
    }
}
