using Actors.Grains.Ids;
using Actors.Grains.Repeats;
using Actors.Grains.Tests.Embedded.World;

namespace Actors.Grains.Tests.Embedded;

/// <summary>Requests with an idempotency key, in virtual time.</summary>
public sealed class RepeatScenarios : Scenario
{
    private static readonly RepeatedAnswer Made = new(201, "application/json", "/v1/x/1", null, null, "{}");

    private readonly string key = RepeatKey.Of(GrainWorld.Shop, "key_a", "k");

    private IRepeatGrain Grain => World.Grains.GetGrain<IRepeatGrain>(key);

    private RepeatState? Stored => World.Store.Find<RepeatState>("repeat", key);

    [Fact]
    public void a_repeat_waits_for_the_first_and_gets_its_answer_for_a_day()
    {
        var first = Runs();
        Begin().ShouldBeOfType<RepeatTurn.InProgress>();
        Begin("another").ShouldBeOfType<RepeatTurn.Reused>();
        World.Advance(TimeSpan.FromMinutes(2)); // it takes its time, and others have asked
        Begin().ShouldBeOfType<RepeatTurn.InProgress>();
        World.Run(Grain.End(first.Number, Made));

        Begin().ShouldBe(new RepeatTurn.Answered(Made));
        Begin("another").ShouldBeOfType<RepeatTurn.Reused>();
        World.Advance(RepeatLimits.Retention - TimeSpan.FromMinutes(3));
        Begin().ShouldBe(new RepeatTurn.Answered(Made));
        World.Advance(TimeSpan.FromMinutes(3));
        Runs("another");
    }

    [Fact]
    public void what_is_over_is_erased_by_itself()
    {
        World.StartClock();
        World.Run(Grain.End(Runs().Number, Made));
        Stored.ShouldNotBeNull().DueAt.ShouldBe(World.Time.GetUtcNow() + RepeatLimits.Retention);
        World.Advance(RepeatLimits.Retention + TimeSpan.FromMinutes(2));
        Stored.ShouldBeNull();
    }

    [Fact]
    public void a_refused_request_leaves_its_key_free_and_nothing_behind()
    {
        World.Run(Grain.End(Runs().Number, null));
        Stored.ShouldBeNull();
        Runs("another");
    }

    [Fact]
    public void who_never_tells_its_end_is_followed_by_another_with_the_same_ids()
    {
        var lost = Runs();
        World.Advance(RepeatLimits.RunningMax - TimeSpan.FromSeconds(1));
        Begin().ShouldBeOfType<RepeatTurn.InProgress>();
        World.Advance(TimeSpan.FromSeconds(1));
        var next = Runs();
        (next.At, next.Seed).ShouldBe((lost.At, lost.Seed));
        World.Run(Grain.End(next.Number, Made));
        World.Run(Grain.End(lost.Number, null)); // too late
        Begin().ShouldBe(new RepeatTurn.Answered(Made));
    }

    [Fact]
    public void what_cannot_be_stored_has_not_begun()
    {
        World.Store.FailNextWrites(1);
        Should.Throw<Exception>(() => Begin());
        Runs();
    }

    [Fact]
    public void keys_of_two_callers_and_of_two_tenants_are_two()
    {
        string[] keys =
        [
            key, RepeatKey.Of(GrainWorld.Shop, "key_b", "k"), RepeatKey.Of(TenantId.Parse("other"), "key_a", "k"),
            RepeatKey.Of(GrainWorld.Shop, "key_a", "K"), RepeatKey.Of(GrainWorld.Shop, "key_a", "k "),
        ];
        keys.ShouldBeUnique();
        keys.ShouldAllBe(one => one.Length <= 128);
    }

    [Fact]
    public void what_a_departed_tenant_asked_goes_with_it()
    {
        World.Run(Grain.End(Runs().Number, Made));
        var rows = new MemoryTenantRows(World.Store);
        while (World.Run(rows.EraseSome(TenantId.Parse("other"))))
            Stored.ShouldNotBeNull();
        Stored.ShouldNotBeNull();
        while (World.Run(rows.EraseSome(GrainWorld.Shop)))
        {
            // row by row
        }

        Stored.ShouldBeNull();
    }

    private RepeatTurn Begin(string fingerprint = "request", string seed = "seed") =>
        World.Run(Grain.Begin(fingerprint, seed));

    private RepeatTurn.Run Runs(string fingerprint = "request") =>
        Begin(fingerprint, $"seed of {World.Time.GetUtcNow():O}").ShouldBeOfType<RepeatTurn.Run>();
}
