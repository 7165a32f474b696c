using Actors.Grains.Ids;
using Actors.Storage.Messages;

namespace Actors.Storage.Tests.Messages;

public sealed class BirthsTests
{
    [Fact]
    public void a_birth_is_handed_out_once()
    {
        var births = new Births(10);
        var key = Add(births, 1);
        births.TryTake(key, out var birth).ShouldBeTrue();
        birth!.Etag.ShouldBe(new RowEtag(1, 1));
        births.TryTake(key, out _).ShouldBeFalse();
    }

    [Fact]
    public void the_oldest_are_dropped_when_there_are_too_many()
    {
        var births = new Births(2);
        var keys = Enumerable.Range(1, 3).Select(i => Add(births, i)).ToList();
        births.TryTake(keys[0], out _).ShouldBeFalse();
        births.TryTake(keys[1], out _).ShouldBeTrue();
        births.TryTake(keys[2], out _).ShouldBeTrue();
    }

    [Fact]
    public void none_are_kept_where_none_may_be()
    {
        var births = new Births(0);
        births.TryTake(Add(births, 1), out _).ShouldBeFalse();
    }

    private static MessageKey Add(Births births, long number)
    {
        var key = new MessageKey(Samples.Demo, new MessageId(Samples.NewId(), 0));
        births.Add(key, Samples.Message(), new RowEtag(number, 1));
        return key;
    }
}
