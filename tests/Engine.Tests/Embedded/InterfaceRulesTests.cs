using Actors.Engine.Runtime;
using Actors.Engine.Serialization;

namespace Actors.Engine.Tests.Embedded;

public sealed class InterfaceRulesTests
{
    private interface IBroken : IGrain
    {
        int Size { get; }

        void Fire();

        Task<T> Generic<T>();

        Task Overloaded(int one);

        Task Overloaded(string one);

        Task Send(Uncarried what);

        Task<List<Uncarried>> Receive();

        Task Nested(Carrier what);

#pragma warning disable CA1068 // the rule under test
        Task Early(CancellationToken first, int second);
#pragma warning restore CA1068

        [OneWay]
        Task<int> Lost();
    }

    private interface ISound : IGrainWithStringKey
    {
        ValueTask<IReadOnlyList<Carrier2>> All(Dictionary<string, int[]> what, CancellationToken cancelled);

        Task<Generic<string>> OfTexts(Generic<int> numbers); // one alias, two types
    }

    [Fact]
    public void every_broken_rule_is_named()
    {
        var problems = ProblemsOf(typeof(Broken));
        string[] expected =
        [
            "does not derive from IGrainWithStringKey", "Size is a property", "Fire returns System.Void",
            "Generic is generic",
            "Overloaded is overloaded by type", "Send, what:", "Receive, result", "Nested, what",
            "must be the last parameter",
            "Lost is [OneWay]", "[Id(0)] is given to",
        ];
        foreach (var sentence in expected)
            problems.ShouldContain(one => one.Contains(sentence, StringComparison.Ordinal), sentence);
    }

    [Fact]
    public void a_sound_interface_has_no_problem() => ProblemsOf(typeof(Sound)).ShouldBeEmpty();

    private static string[] ProblemsOf(Type type) =>
        [.. new InterfaceRules(new WireRules(new Codecs(null!, [typeof(Carrier), typeof(Carrier2)]))).ProblemsOf(type)];

    private sealed class Uncarried;

    [GenerateSerializer]
    private sealed class Carrier
    {
        [Id(0)]
        public Uncarried? Inside { get; set; }

        [Id(0)]
        public int Twice { get; set; }
    }

    [GenerateSerializer]
    private sealed record Carrier2(int Number, Uri? Address);

    [GenerateSerializer, Alias("generic`1")]
    private sealed record Generic<T>([property: Id(0)] T Inside);

    private sealed class Broken : Grain, IBroken
    {
        public int Size => 0;

        public void Fire() => throw new NotSupportedException();

        public Task<T> Generic<T>() => throw new NotSupportedException();

        public Task Overloaded(int one) => throw new NotSupportedException();

        public Task Overloaded(string one) => throw new NotSupportedException();

        public Task Send(Uncarried what) => throw new NotSupportedException();

        public Task<List<Uncarried>> Receive() => throw new NotSupportedException();

        public Task Nested(Carrier what) => throw new NotSupportedException();

        public Task Early(CancellationToken first, int second) => throw new NotSupportedException();

        public Task<int> Lost() => throw new NotSupportedException();
    }

    private sealed class Sound : Grain, ISound
    {
        public ValueTask<IReadOnlyList<Carrier2>> All(Dictionary<string, int[]> what, CancellationToken cancelled) =>
            throw new NotSupportedException();

        public Task<Generic<string>> OfTexts(Generic<int> numbers) => throw new NotSupportedException();
    }
}
