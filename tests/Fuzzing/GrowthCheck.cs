using Actors.Testing;

namespace Actors.Fuzzing;

/// <summary>Whether work and memory grow with the input and not with its square.</summary>
/// <remarks>
/// An input 32 times as long may take 32 times the memory and time, with room for noise: the collector, cold caches.
/// The square would take 1,024 times. Time is the processor's, whoever else wants it, and the shortest of several runs,
/// because noise only ever adds to it.
/// </remarks>
public static class GrowthCheck
{
    private const int Small = 8 * 1024;
    private const int Factor = 32;
    private const int Room = 6;
    private const int RunsMin = 3;
    private const int RunsMax = 12;

    /// <summary>Octets that may be allocated however small the input is.</summary>
    private const long Base = 256 * 1024;

    /// <summary>Below this, time says nothing.</summary>
    private static readonly TimeSpan Negligible = TimeSpan.FromMilliseconds(30);

    /// <exception cref="BrokenPromiseException">It grows faster.</exception>
    public static void Of(FuzzTarget target, GrowingInput growing)
    {
        var (small, large) = (growing.Of(Small), growing.Of(Small * Factor));
        target.Run(small); // what is made once does not count
        var (less, more) = (Allocated(target, small), Allocated(target, large));
        if (more > Base + (less * Factor * Room))
            throw new BrokenPromiseException(
                $"{target.Name} {growing}: {less} octets allocated for {small.Length}, {more} for {large.Length}");
        var (fast, slow) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var run = 0; run < RunsMax; run++)
        {
            fast = Shorter(fast, target, small);
            slow = Shorter(slow, target, large);
            if (run + 1 >= RunsMin && slow <= Negligible + (fast * Factor * Room))
                return;
        }

        throw new BrokenPromiseException(
            $"{target.Name} {growing}: {fast.TotalMilliseconds:F1} ms for {small.Length} octets, "
            + $"{slow.TotalMilliseconds:F1} ms for {large.Length}");
    }

    private static long Allocated(FuzzTarget target, byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        target.Run(input);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static TimeSpan Shorter(TimeSpan known, FuzzTarget target, byte[] input)
    {
        var taken = ProcessorTime.Of(() => target.Run(input));
        return taken < known ? taken : known;
    }
}
