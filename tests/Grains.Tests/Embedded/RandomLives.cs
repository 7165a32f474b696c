using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Ports;
using Actors.Grains.Tests.Embedded.World;

namespace Actors.Grains.Tests.Embedded;

/// <summary>Many messages, and whatever can happen to them at any time: the seed decides, also about every
/// turn.</summary>
public sealed class RandomLives
{
    private static readonly Answer[] Answers =
    [
        Answer.Ok, Answer.Ok, Answer.Ok, Answer.Ok with { LosesReport = true }, Answer.Full, Answer.Greylisted,
        Answer.Unreachable, Answer.Unknown, Answer.CutAfterDot, Answer.Stalls,
    ];

    private readonly List<MessageKey> messages = [];
    private readonly HashSet<MessageKey> careful = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task every_message_ends_once_and_none_is_on_the_wire_twice_at_a_time(int seed)
    {
        var chance = new Random(seed);
        await using var world = await GrainWorld.Start(seed: seed);
        world.Wire.Script = _ => AnyAnswer(chance);
        for (var i = 0; i < 40; i++)
            Send(world, chance);

        for (var step = 0; step < 60; step++)
        {
            await Happen(world, chance);
            world.Advance(TimeSpan.FromSeconds(chance.Next(0, 1_800)));
        }

        world.Store.FailNextWrites(0);
        world.Advance(TimeSpan.FromHours(36));

        world.Wire.Made.Count.ShouldBeGreaterThan(messages.Count);
        world.Wire.Overlapped.ShouldBeFalse();
        foreach (var message in messages)
        {
            world.Store[message].Phase.IsTerminal().ShouldBeTrue($"{message} is {world.Store[message]}");
            var ends = world.EventsOf(message).Select(IsEnd).ToArray();
            ends.Count(isEnd => isEnd).ShouldBe(1);
            ends[^1].ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task with_policy_hold_nothing_is_sent_again_that_a_receiver_may_have(int seed)
    {
        var chance = new Random(seed);
        await using var world = await GrainWorld.Start(seed: seed);
        world.Wire.Script = _ => AnyAnswer(chance);
        for (var i = 0; i < 40; i++)
            Send(world, chance);

        for (var step = 0; step < 40; step++)
        {
            await Happen(world, chance, decisions: false);
            world.Advance(TimeSpan.FromSeconds(chance.Next(0, 1_800)));
        }

        foreach (var message in careful)
            world.Wire.Made.Where(made => made.Message == message).SkipWhile(made => !MayHaveArrived(made.Answer))
                .Count().ShouldBeLessThanOrEqualTo(1);
    }

    private static Answer AnyAnswer(Random chance) =>
        Answers[chance.Next(Answers.Length)].After(TimeSpan.FromSeconds(chance.Next(0, 1_200)));

    private static bool MayHaveArrived(Answer answer) =>
        answer.Outcome is null or AttemptOutcome.Delivered or AttemptOutcome.Uncertain;

    private static bool IsEnd(string e) => e is "Delivered" or "Bounced" or "Expired" or "Cancelled";

    private void Send(GrainWorld world, Random chance)
    {
        var hold = chance.Next(3) == 0;
        var key = world.Send(GrainWorld.Mail($"ann{messages.Count}@site{chance.Next(4)}.example") with
        {
            OnUncertain = hold ? OnUncertain.Hold : OnUncertain.Retry,
            ExpiresIn = TimeSpan.FromMinutes(chance.Next(1, 720)),
            SendAt = chance.Next(4) == 0 ? world.Time.GetUtcNow().AddMinutes(chance.Next(0, 600)) : null,
        });
        messages.Add(key);
        if (hold)
            careful.Add(key);
    }

    private async Task Happen(GrainWorld world, Random chance, bool decisions = true)
    {
        switch (chance.Next(6))
        {
            case 0:
                await world.Crash();
                break;
            case 1:
                world.Store.FailNextWrites(chance.Next(1, 5));
                break;
            case 2:
                Try(world, world.SmtpAccount().SetPaused(chance.Next(2) == 0));
                break;
            case 3 when decisions:
                Try(world, world.Message(messages[chance.Next(messages.Count)]).Apply((MessageCommand)chance.Next(4)));
                break;
            default:
                Try(world, world.Message(messages[chance.Next(messages.Count)]).Wake());
                break;
        }
    }

    /// <summary>A store in trouble may refuse; that it then changed nothing is what the end shows.</summary>
    private static void Try(GrainWorld world, Task call)
    {
        try
        {
            world.Run(call);
        }
        catch (StoreUnavailableException)
        {
            call.IsFaulted.ShouldBeTrue();
        }
    }
}
