using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Tests.Embedded.World;
using Actors.Grains.Tests.Messages;

namespace Actors.Grains.Tests.Embedded;

public sealed class OutboxScenarios : Scenario
{
    private int wakes;
    private int waking;
    private int wakingMax;

    protected override void Configure(ISiloBuilder silo) => silo.AddIncomingGrainCallFilter(async call =>
    {
        var isWake = call.InterfaceMethod.Name == nameof(IMessageGrain.Wake);
        if (isWake)
        {
            wakes++;
            wakingMax = Math.Max(wakingMax, ++waking);
        }

        await call.Invoke();
        if (isWake)
            waking--;
    });

    [Fact]
    public void twenty_thousand_alarms_at_once_wake_all_with_bounded_concurrency()
    {
        var due = World.Time.GetUtcNow().AddMinutes(3);
        foreach (var key in KeysOf(partition: 3, count: 20_000))
            World.Store.Put(key, Mails.Accepted() with
            {
                Phase = MessagePhase.Deferred,
                Attempts = 1,
                DueAt = due,
                Deadline = due.AddDays(1),
                Account = GrainWorld.Account,
            });
        World.StartOutbox(3);

        World.Advance(TimeSpan.FromMinutes(3));

        Wire.Made.Count.ShouldBe(20_000);
        wakingMax.ShouldBeLessThanOrEqualTo(OutboxLimits.WakingMax);
        World.Store.Messages.ShouldAllBe(message => World.Store[message].Phase == MessagePhase.Delivered);
    }

    [Fact]
    public void a_message_whose_beginning_was_lost_is_found_by_its_row()
    {
        var key = KeysOf(partition: 5, count: 1).Single();
        var now = World.Time.GetUtcNow();
        World.Store.Put(key, Mails.Accepted() with
        {
            Account = GrainWorld.Account,
            DueAt = now.AddHours(1),
            Deadline = now.AddDays(1),
        });
        World.StartOutbox(5);

        World.Advance(TimeSpan.FromMinutes(61));

        Wire.Made.ShouldHaveSingleItem().At.ShouldBe(now.AddHours(1));
    }

    [Fact]
    public void a_message_in_hand_is_not_woken_minute_by_minute()
    {
        Wire.Script = _ => Answer.Stalls;
        var key = KeysOf(partition: 5, count: 1).Single();
        var now = World.Time.GetUtcNow();
        World.Store.Put(key, Mails.Accepted() with
        {
            Phase = MessagePhase.Deferred,
            Account = GrainWorld.Account,
            DueAt = now,
            Deadline = now.AddDays(1),
        });
        World.StartOutbox(5);

        World.Advance(TimeSpan.FromMinutes(50));

        wakes.ShouldBe(1);
    }

    internal static IEnumerable<MessageKey> KeysOf(int partition, int count)
    {
        var chance = new Random(11);
        var bytes = new byte[10];
        for (var found = 0; found < count;)
        {
            chance.NextBytes(bytes);
            var id = new MessageId(SubmissionId.Create(DateTimeOffset.UnixEpoch, bytes), 0);
            if (OutboxPartitions.Of(id) != partition)
                continue;
            found++;
            yield return new MessageKey(GrainWorld.Shop, id);
        }
    }
}
