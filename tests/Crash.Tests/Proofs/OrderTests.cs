using Actors.Crash.Proofs;
using Actors.Testing;
using Xunit.Abstractions;

namespace Actors.Crash.Tests.Proofs;

[Collection(Form.OneByOne)]
public sealed class OrderTests(ITestOutputHelper output)
{
    [RequiresProgramFact("strace")]
    public async Task an_fsync_lies_between_a_message_and_its_answer() =>
        (await OrderProof.Run(rounds: Form.IsLong ? 50 : 2)).ShouldKeepItsPromises(output);
}
