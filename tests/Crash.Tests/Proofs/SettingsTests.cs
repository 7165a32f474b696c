using Actors.Crash.Calls;
using Actors.Crash.Proofs;
using Actors.Testing;
using Xunit.Abstractions;

namespace Actors.Crash.Tests.Proofs;

[Collection(Form.OneByOne)]
public sealed class SettingsTests(ITestOutputHelper output)
{
    /// <summary>A start alone, with what it erases of tenants that have left, is some hundred writes.</summary>
    private const int WritesOfACommit = 9;

    private readonly int seed = Form.SeedOf(output);

    [RequiresProgramFact("strace")]
    public Task settings_that_were_answered_outlive_a_kill_at_any_fsync() => KillsLoseNothing(Strace.Sync, 1);

    [RequiresProgramFact("strace")]
    public Task settings_that_were_answered_outlive_a_kill_at_any_write() =>
        KillsLoseNothing("pwrite64", WritesOfACommit);

    [Fact]
    public async Task a_setting_whose_answer_was_lost_can_be_written_again() =>
        (await SettingsRepeats.Run()).ShouldBeEmpty();

    /// <param name="apart">How many calls lie between two points.</param>
    private async Task KillsLoseNothing(string call, int apart)
    {
        int[] points = [.. Form.Points(last: 200, few: 4).Select(point => point * apart)];
        var outcome = await new SettingsInjection(seed, call, points).Run();
        output.WriteLine($"{string.Join(' ', points)}\n{outcome}");
        outcome.Broken.ShouldBeEmpty(outcome.ToString());
        outcome.Changes.ShouldBeGreaterThan(0, "nothing was changed, so that nothing is proved");
    }
}
