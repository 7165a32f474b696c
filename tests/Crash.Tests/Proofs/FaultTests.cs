using Actors.Crash.Proofs;
using Actors.Testing;
using Xunit.Abstractions;

namespace Actors.Crash.Tests.Proofs;

[Collection(Form.OneByOne)]
public sealed class FaultTests(ITestOutputHelper output)
{
    private readonly int seed = Form.SeedOf(output);

    [RequiresProgramFact("strace")]
    public async Task after_a_failed_fsync_nothing_is_accepted_until_a_restart() =>
        (await Faults.FailedSync(seed)).ShouldKeepItsPromises(output);

    [RequiresProgramFact("strace")]
    public async Task on_a_full_disk_mail_is_refused_and_taken_again_when_there_is_room() =>
        (await Faults.FullDisk(seed)).ShouldKeepItsPromises(output);
}
