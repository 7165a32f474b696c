using System.Globalization;
using Actors.Crash.Proofs;
using Xunit.Abstractions;

namespace Actors.Crash.Tests.Proofs;

/// <summary>Whether the long form is asked for, and the seed that chance starts from.</summary>
internal static class Form
{
    /// <summary>One after the other: each test wants the processor.</summary>
    public const string OneByOne = "server processes";

    private const int ShortSeed = 1;

    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("ACTORS_LONG") == "1";

    /// <summary>ACTORS_SEED, to see a failure again; otherwise another one each time in the long form, which searches,
    /// and the same in the short one, which guards.</summary>
    private static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("ACTORS_SEED"), CultureInfo.InvariantCulture, out var seed)
            ? seed
            : IsLong ? Environment.TickCount & 0xFFFFFF : ShortSeed;

    /// <returns>The seed, which is written down before anything can fail.</returns>
    public static int SeedOf(ITestOutputHelper output)
    {
        output.WriteLine($"ACTORS_SEED={Seed}");
        return Seed;
    }

    /// <summary>1 to <paramref name="last"/>, or in the short form one of each of a few parts, so that not all of them
    /// fall into the start.</summary>
    public static int[] Points(int last, int few)
    {
        var random = new Random(Seed);
        var all = Enumerable.Range(1, last);
        return IsLong ? [.. all] : [.. all.Chunk(last / few).Select(part => part[random.Next(part.Length)])];
    }

    /// <summary>Writes what was seen, and fails where a promise was broken.</summary>
    public static void ShouldKeepItsPromises(this Outcome outcome, ITestOutputHelper output)
    {
        output.WriteLine(outcome.ToString());
        outcome.Broken.ShouldBeEmpty(outcome.ToString());
        outcome.Accepted.ShouldBeGreaterThan(0, "nothing was accepted, so that nothing is proved");
    }
}
