using Actors.Grains.Messages;
using Actors.Grains.Notices;
using Actors.Grains.Outbox;
using Actors.Grains.Platform;
using Actors.Grains.Ports;
using Actors.Grains.Queries;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Tests.Messages;

namespace Actors.Grains.Tests.Embedded;

/// <summary>Effects are promises: what fails is tried again, ever more seldom, and never forgotten.</summary>
public sealed class EffectScenarios : Scenario
{
    private const int Partition = 3;

    private readonly List<(string Message, DateTimeOffset At)> told = [];
    private readonly HashSet<string> faulty = [];
    private readonly HashSet<string> slow = [];
    private readonly TaskCompletionSource slowness = new();

    protected override void Configure(ISiloBuilder silo) => silo.AddIncomingGrainCallFilter(async call =>
    {
        if (call.InterfaceMethod.Name == nameof(INoticeGrain.ReportFailure))
        {
            var message = call.TargetId.Key.ToString()!;
            told.Add((message, World.Time.GetUtcNow()));
            if (faulty.Contains(message))
                throw new InvalidOperationException("the grain is broken");
            if (slow.Contains(message))
                await slowness.Task;
        }

        await call.Invoke();
    });

    [Fact]
    public void what_fails_is_tried_again_ever_more_seldom()
    {
        var failing = AddEffects(1).Single();
        faulty.Add(failing);

        World.StartOutbox(Partition);
        World.Advance(TimeSpan.FromHours(6));

        var times = told.Select(one => one.At).ToArray();
        times.Zip(times.Skip(1), (one, next) => (next - one).TotalMinutes)
            .ShouldBe([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
    }

    [Fact]
    public void what_fails_for_days_waits_for_the_operator_and_is_carried_out_when_he_says_so()
    {
        faulty.Add(AddEffects(1).Single());
        var now = World.Time.GetUtcNow();
        World.Run(World.Store.PutOff(
            World.Store.FirstEffect, new EffectSetback(99, now - OutboxLimits.EffectGivenUpAfter, now, "broken")));
        World.StartOutbox(Partition);
        World.Advance(TimeSpan.Zero);
        var operators = World.Grains.GetGrain<IEffectQueryGrain>(PlatformKey.Value);
        var failed = World.Run(operators.ListFailed(0, 10)).ShouldHaveSingleItem();
        failed.Message.ToString().ShouldBe(faulty.Single());
        failed.Failures.ShouldBe(100);
        failed.Reason.ShouldBe("InvalidOperationException: the grain is broken");

        World.Advance(TimeSpan.FromHours(2));
        told.Count.ShouldBe(1);
        World.Store.EffectsLeft.ShouldBe(1);

        faulty.Clear();
        World.Run(operators.RetryFailed(10)).ShouldBe(1);
        World.Advance(OutboxLimits.Reading);
        told.Count.ShouldBe(2);
        World.Store.EffectsLeft.ShouldBe(0);
    }

    [Fact]
    public void many_that_fail_keep_none_that_follow_waiting()
    {
        faulty.UnionWith(AddEffects(100));
        World.StartOutbox(Partition);
        World.Advance(TimeSpan.Zero);
        told.Count.ShouldBe(100);

        var fine = AddEffects(1).Single();
        World.Run(World.Grains.GetGrain<IOutboxGrain>(OutboxPartitions.KeyOf(Partition)).CarryOutEffects());

        told[^1].Message.ShouldBe(fine);
        told.Count.ShouldBe(101);
        World.Store.EffectsLeft.ShouldBe(100);
    }

    [Fact]
    public void one_that_does_not_answer_keeps_none_of_the_others_waiting()
    {
        slow.Add(AddEffects(1).Single());
        AddEffects(200);

        World.StartOutbox(Partition);
        World.Advance(TimeSpan.Zero);
        told.Count.ShouldBe(201);

        AddEffects(1);
        World.Run(World.Grains.GetGrain<IOutboxGrain>(OutboxPartitions.KeyOf(Partition)).CarryOutEffects());
        World.Settle();
        told.Count.ShouldBe(202);
        World.Store.EffectsLeft.ShouldBe(1);

        slowness.SetResult(); // else the stop of the silo waits for it
        World.Settle();
        World.Store.EffectsLeft.ShouldBe(0);
    }

    private string[] AddEffects(int count)
    {
        var keys = OutboxScenarios.KeysOf(Partition, World.Store.Messages.Count + count)
            .Where(key => !World.Store.Messages.Contains(key)).ToArray();
        foreach (var key in keys)
            World.Store.Put(key, Mails.Accepted() with
            {
                Phase = MessagePhase.Bounced,
                DueAt = null,
                Account = GrainWorld.Account,
                Effects = [MessageEffect.FailureNotice],
            });
        return [.. keys.Select(key => key.ToString())];
    }
}
