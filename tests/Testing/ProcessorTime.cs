using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Actors.Testing;

/// <summary>What the calling thread has used of a processor: unlike time on a clock, it is the same however busy the
/// machine is, so that a bound on it tells code that is too slow from a machine that is.</summary>
public static class ProcessorTime
{
    private const int ThreadClock = 3; // CLOCK_THREAD_CPUTIME_ID, as time.h of Linux has it

    /// <param name="work">Runs to its end on this thread: what waits for another thread is not measured.</param>
    public static TimeSpan Of(Action work)
    {
        var before = Now();
        work();
        return Now() - before;
    }

    /// <inheritdoc cref="Of(Action)"/>
    /// <exception cref="InvalidOperationException">It waited for something.</exception>
    public static TimeSpan Of(Func<Task> work)
    {
        var done = Task.CompletedTask;
        var time = Of(() => { done = work(); });
        if (!done.IsCompleted)
            throw new InvalidOperationException("What waits has to be measured otherwise.");
        done.GetAwaiter().GetResult();
        return time;
    }

    private static TimeSpan Now() => clock_gettime(ThreadClock, out var now) == 0
        ? TimeSpan.FromSeconds(now.Seconds) + TimeSpan.FromMicroseconds(now.Nanoseconds / 1000)
        : throw new Win32Exception();

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
