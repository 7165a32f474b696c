using Actors.Grains.Ids;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Grains.Tests.Keys;

public sealed class SortableIdTests
{
    [Fact]
    public void its_bits_and_its_text_are_the_same_thing() => Prop.ForAll<ulong, ulong>((high, low) =>
    {
        var bits = new UInt128(high, low);
        var text = SortableId.FromBits(bits);
        SortableId.IsValid(text).ShouldBeTrue();
        SortableId.ToBits(text).ShouldBe(bits);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void the_greatest_bits_have_a_text() =>
        SortableId.ToBits(SortableId.FromBits(UInt128.MaxValue)).ShouldBe(UInt128.MaxValue);
}
