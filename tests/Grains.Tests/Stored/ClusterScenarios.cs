using Actors.Grains.Couriers;
using Actors.Grains.Messages;
using Actors.Grains.Outbox;
using Actors.Grains.Submissions;
using Actors.Grains.Tests.Messages;

namespace Actors.Grains.Tests.Stored;

/// <summary>What has to hold when grains are spread over silos that share a store.</summary>
public sealed class ClusterScenarios : IAsyncLifetime
{
    private const int Crowd = 100;

    private readonly StoredWorld world = new(new LifecycleOptions { RecordAttempts = true });

    public async Task InitializeAsync() => await world.Start();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task messages_live_on_every_silo_and_each_is_delivered_once()
    {
        var messages = await Task.WhenAll(
            Enumerable.Range(0, Crowd).Select(i => world.Send(Shop.Mail($"to{i}@site{i % 5}.example"))));

        foreach (var message in messages)
            (await world.EventsUntil("message.delivered", message)).ShouldBe(
                ["message.accepted", "message.attempt_started", "message.delivered"]);
        world.Calls.GrainsOf<IMessageGrain>().ShouldBe(Crowd);
        world.Calls.SilosOf<IMessageGrain>().Length.ShouldBe(StoredWorld.Silos);
    }

    [Fact]
    public async Task one_courier_on_one_silo_serves_them_all()
    {
        var messages = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => world.Send()));

        foreach (var message in messages)
            await world.EventsUntil("message.delivered", message);
        world.Calls.GrainsOf<ICourierGrain>().ShouldBe(1);
        world.Calls.SilosOf<ICourierGrain>().Length.ShouldBe(1);
    }

    [Fact]
    public async Task many_at_once_with_one_idempotency_key_store_one()
    {
        var command = Shop.Mail() with { Idempotency = new IdempotencyMark("order-17", "abc") };

        var results = await Task.WhenAll(
            Enumerable.Range(0, Crowd).Select(_ => Task.Run(() => world.Submit(command))));

        var accepted = results.OfType<SubmitResult.Accepted>().ToArray();
        accepted.Count(one => !one.Replayed).ShouldBe(1);
        accepted.Select(one => one.Receipt.Id).Distinct().Count().ShouldBe(1);
        results.OfType<SubmitResult.Refused>()
            .ShouldAllBe(one => one.Refusal.Code == RefusalCode.IdempotencyInProgress);
        (await world.Submit(command)).ShouldBeOfType<SubmitResult.Accepted>().Replayed.ShouldBeTrue();
    }

    [Fact]
    public async Task the_outbox_wakes_deferred_messages_wherever_they_are()
    {
        world.Answers = order => order.Attempt == 1
            ? Answer.Greylisted with { Outcome = new AttemptOutcome.Transient(Mails.Greylisted, TimeSpan.Zero) }
            : Answer.Ok;

        var messages = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => world.Send()));

        foreach (var message in messages)
            (await world.EventsUntil("message.delivered", message)).ShouldBe([
                "message.accepted", "message.attempt_started", "message.deferred",
                "message.attempt_started", "message.delivered"]);
        world.Calls.SilosOf<IOutboxGrain>().Length.ShouldBe(StoredWorld.Silos);
    }

#if ORLEANS
    [Fact]
    public async Task when_one_silo_of_two_dies_the_other_delivers_all_that_was_accepted()
    {
        var open = false;
        world.Answers = _ => Volatile.Read(ref open) ? Answer.Ok : Answer.Greylisted with
        {
            Outcome = new AttemptOutcome.Transient(Mails.Greylisted, TimeSpan.FromSeconds(1)),
        };
        var messages = await Task.WhenAll(Enumerable.Range(0, Crowd).Select(_ => world.Send()));
        foreach (var message in messages)
            await world.EventsUntil("message.deferred", message);

        await world.KillOne();
        Volatile.Write(ref open, true);

        foreach (var message in messages)
        {
            var events = await world.EventsUntil("message.delivered", message);
            events.Count(type => type == "message.delivered").ShouldBe(1);
        }

        (await world.EventsUntil("message.delivered", await world.Send()))[^1].ShouldBe("message.delivered");
    }
#endif
}
