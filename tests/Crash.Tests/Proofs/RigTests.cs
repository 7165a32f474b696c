using Actors.Crash.Proofs;
using Actors.Crash.Settings;
using Xunit.Abstractions;

namespace Actors.Crash.Tests.Proofs;

[Collection(Form.OneByOne)]
public sealed class RigTests(ITestOutputHelper output)
{
    private readonly int seed = Form.SeedOf(output);

    [Fact]
    public async Task a_proof_of_many_lives_never_comes_to_the_end_of_its_plan()
    {
        await using var rig = await Rig.SetUp(seed);
        using var customer = new SettingsApi((await rig.Server.Listening()).Http, rig.Keys.Api);

        var allowance = await customer.Get("allowance");

        allowance!["messages"]!["limit"].ShouldBeNull();
        allowance["active_contacts"]!["limit"].ShouldBeNull();
    }
}
