using Actors.Crash.Processes;
using Actors.Crash.Proofs;
using Xunit.Abstractions;

namespace Actors.Crash.Tests.Proofs;

[Collection(Form.OneByOne)]
public sealed class StopTests(ITestOutputHelper output)
{
    private readonly int seed = Form.SeedOf(output);

    [Fact]
    public async Task a_stop_under_load_loses_nothing_and_sends_nothing_twice()
    {
        var outcome = await new Stops(seed, Count: Form.IsLong ? 20 : 2).Run();

        outcome.ShouldKeepItsPromises(output);
        outcome.Duplicates.ShouldBe(0);
    }

    [Fact]
    public async Task a_second_process_on_the_same_data_is_refused_and_told_the_folder()
    {
        await using var rig = await Rig.SetUp(seed);
        await using var second = SiloProcess.Start(new SiloLaunch(rig.Data, "second.crash.test"));

        (await second.Announced()).ShouldBeNull();

        (await second.Ended()).ShouldBe(2);
        second.Errors.ShouldContain($"is '{rig.Data}'");
        second.Errors.ShouldContain("another one works on it");
        rig.Load(await rig.Server.Listening(), worksMax: 1);
        await rig.Worked();
        Outcome.Of(rig, seed, await rig.Verify(await rig.Server.Listening())).ShouldKeepItsPromises(output);
    }
}
