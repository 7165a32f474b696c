using Actors.Dns.Exchange;

namespace Actors.Dns.Tests.Exchange;

public sealed class WirePlacesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(7, 4)]
    [InlineData(256, 128)]
    public void one_client_alone_gets_half_of_the_places(int count, int half)
    {
        var places = new WirePlaces(count, 10);
        Enumerable.Range(0, count).Count(_ => places.TryTake("a")).ShouldBe(half);
    }

    [Fact]
    public void a_newcomer_finds_a_place_where_seven_others_took_all_they_get()
    {
        var places = new WirePlaces(256, 10);
        for (var client = 0; client < 8; client++)
        {
            places.TryTake($"c{client}").ShouldBeTrue();
            while (places.TryTake($"c{client}"))
                continue;
        }
    }

    [Fact]
    public async Task clients_that_wait_are_served_in_turn()
    {
        var places = new WirePlaces(2, 1000);
        places.TryTake("a").ShouldBeTrue();
        places.TryTake("b").ShouldBeTrue();
        var ofA = Enumerable.Range(0, 100).Select(_ => places.Wait("a", default)).ToArray();
        var ofB = Enumerable.Range(0, 2).Select(_ => places.Wait("b", default)).ToArray();

        places.Release("a");
        places.Release("b"); // a and b have one each again
        (await ofA[0], await ofB[0]).ShouldBe((true, true));
        places.Release("b");
        places.Release("a");
        (await ofA[1], await ofB[1]).ShouldBe((true, true));
        ofA[2].IsCompleted.ShouldBeFalse();
        places.Release("b"); // for a newcomer, as a has one already
        ofA[2].IsCompleted.ShouldBeFalse();
        places.Release("a");
        (await ofA[2]).ShouldBeTrue();
    }

    [Fact]
    public async Task who_gives_up_leaves_room_and_takes_no_place()
    {
        using var enough = new CancellationTokenSource();
        var places = new WirePlaces(1, 3);
        places.TryTake("a").ShouldBeTrue();
        var gone = places.Wait("b", enough.Token);
        var stays = places.Wait("c", default);
        places.Wait("d", default).IsCompleted.ShouldBeFalse();
        (await places.Wait("e", default)).ShouldBeFalse();

        await enough.CancelAsync();
        (await gone).ShouldBeFalse();
        places.Wait("e", default).IsCompleted.ShouldBeFalse();
        places.Release("a");
        (await stays).ShouldBeTrue();
    }

    [Fact]
    public async Task one_client_fills_half_of_the_room_to_wait()
    {
        var places = new WirePlaces(1, 10);
        places.TryTake("a").ShouldBeTrue();
        var waiting = Enumerable.Range(0, 10).Select(_ => places.Wait("a", default)).ToArray();
        waiting.Count(wait => !wait.IsCompleted).ShouldBe(5);
        (await waiting[5]).ShouldBeFalse();
        places.Wait("b", default).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void the_places_are_never_exceeded_and_all_come_back()
    {
        var (random, places) = (new Random(1), new WirePlaces(8, 1000));
        var (held, waiting) = (new List<string>(), new List<(string Name, Task<bool> Turn)>());
        for (var step = 0; step < 10_000; step++)
        {
            var name = $"c{random.Next(5)}";
            if (random.Next(2) == 0 && held.Count > 0)
                Release(random.Next(held.Count));
            else if (places.TryTake(name))
                held.Add(name);
            else
                waiting.Add((name, places.Wait(name, default)));
            Collect();
            held.Count.ShouldBeLessThanOrEqualTo(8);
        }
        while (held.Count > 0)
        {
            Release(0);
            Collect();
        }
        waiting.ShouldBeEmpty();
        Enumerable.Range(0, 8).Count(_ => places.TryTake("last")).ShouldBe(4);

        void Release(int index)
        {
            var name = held[index];
            held.RemoveAt(index);
            places.Release(name);
        }

        void Collect()
        {
            var served = waiting.Where(one => one.Turn is { IsCompleted: true, Result: true });
            held.AddRange(served.Select(one => one.Name));
            waiting.RemoveAll(one => one.Turn.IsCompleted);
        }
    }
}
