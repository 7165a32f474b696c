using Actors.Crash.Calls;

namespace Actors.Crash.Tests.Calls;

public sealed class CallLogTests
{
    [Fact]
    public void a_call_has_a_name_a_path_and_a_result()
    {
        var call = CallLog.Read(["7 pwrite64(184</data/actors.db-wal>, \"a, b) = 3\", 8192, 32) = 8192"]).Single();

        call.ShouldBe(new SystemCall(
            1, 1, "pwrite64", "/data/actors.db-wal", "184</data/actors.db-wal>, \"a, b) = 3\", 8192, 32", 8192));
    }

    [Fact]
    public void a_call_that_another_thread_interrupts_lasts_until_it_is_resumed()
    {
        var calls = CallLog.Read([
            "7 fsync(184</data/actors.db-wal> <unfinished ...>",
            "8 sendmsg(9<socket:[1]>, {}, 0) = 5",
            "7 <... fsync resumed>)             = 0",
        ]);

        calls.Select(call => (call.Name, call.Began, call.Ended, call.Result))
            .ShouldBe([("fsync", 1, 3, 0), ("sendmsg", 2, 2, 5)]);
    }

    [Fact]
    public void a_call_that_fails_or_never_returns_has_a_negative_result()
    {
        var calls = CallLog.Read([
            "7 fsync(184</data/a>) = -1 EIO (Input/output error) (INJECTED)",
            "8 fsync(184</data/a> <unfinished ...>",
            "8 +++ killed by SIGKILL +++",
        ]);

        calls.Select(call => call.Result).ShouldBe([-1, -1]);
    }
}
