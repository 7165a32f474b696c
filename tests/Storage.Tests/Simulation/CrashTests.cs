using FsCheck;
using FsCheck.Fluent;

namespace Actors.Storage.Tests.Simulation;

public sealed class CrashTests
{
    [Fact]
    public void whatever_call_fails_what_was_told_stored_is_stored_and_the_rest_is_whole_or_absent()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            using var model = new CrashModel(seed);
            model.Run().GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }
}
