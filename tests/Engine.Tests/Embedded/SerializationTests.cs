using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Actors.Engine.Serialization;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Engine.Tests.Embedded;

public sealed class SerializationTests
{
    private static readonly MessageCopier Copier =
        new(new Lazy<Codecs>(() => new Codecs(null!, typeof(SerializationTests).Assembly.GetTypes())));

    [Fact]
    public void whatever_is_in_a_record_comes_back() => Prop.ForAll<int, string?, decimal>((number, text, amount) =>
        Prop.ForAll<List<string?>, Dictionary<string, long>, byte[]>((names, counts, bytes) => Same(new Everything(
            number, text, new Guid(number, 1, 2, new byte[8]), DateTimeOffset.UnixEpoch.AddSeconds(number),
            TimeSpan.FromTicks(number), amount, (Size)(byte)number, number % 2 == 0 ? Size.Large : null,
            bytes, names, counts)
        {
            Row = names.Select(static one => one?.Length ?? -1).ToList(),
            Shapes = [new Shape.Circle(number / 3.0), new Shape.Box(number, number % 3 == 0 ? null : 1)],
            Foreign = text is null ? null : Foreign.Of(text),
            Pair = (number, text),
        }))).QuickCheckThrowOnFailure();

    [Fact]
    public void numbers_come_back() =>
        Prop.ForAll<(long Signed, ulong Unsigned, double Real), (char Sign, float Short, bool Yes)>(
        (a, b) => Copier.Copy(a).Equals(a) && Copier.Copy(b).Equals(b)).QuickCheckThrowOnFailure();

    [Fact]
    public void a_member_without_an_id_is_lost() =>
        Copier.Copy(Sample() with { Lost = "left behind" }).Lost.ShouldBeNullOrEmpty();

    [Fact]
    public void a_copy_shares_nothing_with_its_original()
    {
        var original = Sample();
        var copy = Copier.Copy(original);
        copy.Names.ShouldNotBeSameAs(original.Names);
        copy.Bytes.ShouldNotBeSameAs(original.Bytes);
        copy.ShouldNotBeSameAs(original);
    }

    [Fact]
    public void framework_types_come_back()
    {
        Back(IPAddress.Parse("2001:db8::1"));
        Back(new Uri("https://example.org/a?b=c"));
        Back(new Version(1, 2, 3));
        Back(new DateOnly(2030, 2, 28));
        Back(DateTime.UnixEpoch);
        Back(GrainId.Create("message", "acme/17/x"));
        Copier.Copy(new ReadOnlyMemory<byte>([1, 2, 3])).ToArray().ShouldBe([1, 2, 3]);
        Copier.Copy(ImmutableDictionary<string, int>.Empty.Add("a", 1))["a"].ShouldBe(1);
        Copier.Copy<IReadOnlyList<int>>(new[] { 1, 2 }).ShouldBe([1, 2]);
        Copier.Copy<IReadOnlyDictionary<string, int>>(new Dictionary<string, int> { ["a"] = 1 })["a"].ShouldBe(1);
        Copier.Copy(new HashSet<string>(["a"], StringComparer.OrdinalIgnoreCase)).ShouldContain("A");
        Copier.Copy("\ud800").ShouldBe("\ud800", "half a surrogate pair");
    }

    [Fact]
    public void a_closed_hierarchy_crosses_as_what_it_is()
    {
        Copier.Copy<Shape>(new Shape.Circle(1.5)).ShouldBe(new Shape.Circle(1.5));
        Copier.Copy<Shape>(new Shape.Box(1, null)).ShouldBe(new Shape.Box(1, null));
    }

    [Fact]
    public void a_value_that_contains_itself_is_refused()
    {
        var chain = new Chain();
        chain.Next = chain;
        Should.Throw<InvalidDataException>(() => Copier.Copy(chain));
    }

    [Fact]
    public void a_collection_that_only_this_engine_could_carry_is_refused() =>
        Should.Throw<NotSupportedException>(() => Copier.Copy<IReadOnlyList<int>>(new ArraySegment<int>([1])));

    private static Everything Sample() => new(
        1, "text", Guid.Empty, DateTimeOffset.UnixEpoch, TimeSpan.Zero, 1.5m, Size.Small, null, [1], ["a"], []);

    private static bool Same(Everything value) =>
        JsonSerializer.Serialize(Copier.Copy(value)) == JsonSerializer.Serialize(value);

    private static void Back<T>(T value) => Copier.Copy(value).ShouldBe(value);
}
