namespace Actors.Fuzzing.Tests;

/// <summary>The judge of growth tells a line from a square.</summary>
public sealed class GrowthTests
{
    private static readonly GrowingInput Ones = new("", "1");

    [Fact]
    public void what_looks_at_every_octet_once_is_let_pass() =>
        Should.NotThrow(() => GrowthCheck.Of(new Reader(input => Count(input, times: 200)), Ones));

    [Fact]
    public void what_looks_at_all_octets_for_each_is_noticed() =>
        Should.Throw<BrokenPromiseException>(() =>
            GrowthCheck.Of(new Reader(input => Count(input, times: input.Length / 100)), Ones))
        .Message.ShouldContain(" ms for ");

    [Fact]
    public void what_keeps_a_copy_of_all_for_each_thousandth_is_noticed() =>
        Should.Throw<BrokenPromiseException>(() => GrowthCheck.Of(
            new Reader(input =>
            {
                for (var i = 0; i < input.Length; i += 1_000)
                    _ = input.ToArray();
            }), Ones))
        .Message.ShouldContain(" octets allocated for ");

    private static int Count(byte[] input, int times)
    {
        var count = 0;
        for (var time = 0; time < times; time++)
            foreach (var octet in input)
                count += octet;
        return count;
    }

    private sealed class Reader(Action<byte[]> read) : FuzzTarget
    {
        public Reader(Func<byte[], int> read)
            : this(input => { read(input); })
        {
        }

        public override string Name => "reader";

        public override IReadOnlyList<byte[]> Seeds => [];

        public override void Run(byte[] input) => read(input);
    }
}
