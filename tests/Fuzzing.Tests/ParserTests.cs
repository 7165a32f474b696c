namespace Actors.Fuzzing.Tests;

/// <summary>Every parser that reads what others write, fed with what nobody should write.</summary>
/// <remarks>
/// The short form repeats the same inputs each time as far as its time goes; the long form takes others each time. Both
/// name the seed with a failure. <c>tests/Fuzzing</c> is a program that takes seed, time and parser.
/// </remarks>
public sealed class ParserTests
{
    private const int ShortSeed = 20_260_101;

    private static bool IsLong => Environment.GetEnvironmentVariable("ACTORS_LONG") == "1";

    public static TheoryData<string> GrowingTargets =>
        new(FuzzTargets.All.Where(target => target.Growing.Count > 0).Select(target => target.Name));

    /// <summary>All parsers in one test, as many at a time as there are processors.</summary>
    [Fact]
    public void no_input_makes_a_parser_fail_or_hang()
    {
        var time = TimeProvider.System;
        var seed = IsLong ? (int)(time.GetUtcNow().Ticks & int.MaxValue) : ShortSeed;
        var told = new List<string>();
        var failures = FuzzTargets.Run(
            FuzzTargets.All, seed, TimeSpan.FromSeconds(IsLong ? 60 : 3), time, line =>
            {
                lock (told)
                    told.Add(line);
            });
        failures.Select(failure => failure.ToString()).ShouldBeEmpty($"seed {seed}");
        told.Count.ShouldBe(FuzzTargets.All.Length);
    }

    [Theory]
    [MemberData(nameof(GrowingTargets))]
    public void work_and_memory_grow_with_the_input_and_not_with_its_square(string name)
    {
        var target = FuzzTargets.All.Single(one => one.Name == name);
        foreach (var growing in target.Growing)
            Should.NotThrow(() => GrowthCheck.Of(target, growing));
    }

    [Fact]
    public void a_seed_makes_the_same_inputs_again()
    {
        foreach (var target in FuzzTargets.All)
        {
            var (first, second) = (new Mutator(target, new Random(7)), new Mutator(target, new Random(7)));
            for (var i = 0; i < 50; i++)
                second.Next().ShouldBe(first.Next());
        }
    }
}
