using Actors.Grains.Repeats;

namespace Actors.Grains.Tests.Stored;

/// <summary>Requests with an idempotency key over the store that production uses, on either engine.</summary>
public sealed class RepeatStoredScenarios : IAsyncLifetime
{
    private static readonly RepeatedAnswer Made =
        new(201, "application/json", "/v1/x/1", "\"1\"", "no-store", """{"name":"Åsa"}""");

    private readonly StoredWorld world = new();

    public async Task InitializeAsync() => await world.Start();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task an_answer_outlives_a_crash_and_what_had_none_begins_again_with_the_same_ids()
    {
        var run = (await Grain("answered").Begin("f", "s")).ShouldBeOfType<RepeatTurn.Run>();
        await Grain("answered").End(run.Number, Made);
        var lost = (await Grain("lost").Begin("f", "s")).ShouldBeOfType<RepeatTurn.Run>();
        await world.Crash();

        (await Grain("answered").Begin("f", "t")).ShouldBe(new RepeatTurn.Answered(Made));
        (await Grain("answered").Begin("g", "t")).ShouldBeOfType<RepeatTurn.Reused>();
        var again = (await Grain("lost").Begin("f", "t")).ShouldBeOfType<RepeatTurn.Run>();
        (again.At, again.Seed).ShouldBe((lost.At, lost.Seed));
        (await Grain("lost").Begin("f", "t")).ShouldBeOfType<RepeatTurn.InProgress>();
    }

    [Fact]
    public async Task of_many_at_once_one_is_carried_out()
    {
        var turns = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Grain("many").Begin("f", "s")));
        turns.OfType<RepeatTurn.Run>().ShouldHaveSingleItem();
        turns.OfType<RepeatTurn.InProgress>().Count().ShouldBe(49);
    }

    private IRepeatGrain Grain(string key) =>
        world.Grains.GetGrain<IRepeatGrain>(RepeatKey.Of(Shop.Tenant, "key_a", key));
}
