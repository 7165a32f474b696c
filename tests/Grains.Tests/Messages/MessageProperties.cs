using Actors.Grains.Contacts;
using Actors.Grains.Messages;
using Actors.Grains.Thresholds;
using FsCheck;
using FsCheck.Fluent;

namespace Actors.Grains.Tests.Messages;

/// <summary>Random lives: any input at any time, twice, late and out of order.</summary>
public sealed class MessageProperties
{
    private static readonly AttemptOutcome[] Outcomes =
    [
        new AttemptOutcome.Delivered(Mails.Ok), new AttemptOutcome.Transient(Mails.Full, null),
        new AttemptOutcome.Transient(Mails.Full, TimeSpan.FromSeconds(5)), new AttemptOutcome.Permanent(Mails.Unknown),
        new AttemptOutcome.Uncertain(Mails.Cut), new AttemptOutcome.Withheld(HoldReason.AccountPaused),
    ];

    private static readonly LateReport[] Reports =
    [
        new LateReport.Bounce(Mails.Unknown, new Verdict("invalid_recipient", true, "recipient", "r"), null),
        new LateReport.Bounce(Mails.Full, new Verdict("mailbox_full", false, "recipient", "r"), null),
        new LateReport.Complaint("abuse"), new LateReport.Unsubscribe(null),
    ];

    [Fact]
    public void nothing_happens_after_the_end_but_what_is_heard_from_outside() => ForAnyLife(life =>
        life.TakeWhile(step => !step.Before.Phase.IsTerminal()).Count() ==
        life.Count(step => !step.Before.Phase.IsTerminal())
        && life.Where(step => step.Before.Phase.IsTerminal()).All(step => step.Events.All(IsHeard)));

    [Fact]
    public void there_is_at_most_one_end_and_it_comes_last() => ForAnyLife(life =>
    {
        var events = life.SelectMany(step => step.Events).Where(e => !IsHeard(e)).ToArray();
        var ends = events.Count(IsEnd);
        return ends == 0 || (ends == 1 && IsEnd(events[^1]));
    });

    [Fact]
    public void a_message_fails_its_recipient_at_most_once_and_counts_once() => ForAnyLife(life =>
    {
        var events = life.SelectMany(step => step.Events).ToArray();
        var counts = events.Aggregate(default(HealthCounts), (sum, e) => sum + HealthEvents.Of(e));
        var failures = events.Select(FailureOf).OfType<Verdict>().Select(verdict => verdict.Hard).ToArray();
        return failures is [] or [_] or [false, true] // soft, and then for good
            && counts is { Finished: <= 1, Hard: <= 1, Complaints: <= 1 };
    });

    [Fact]
    public void every_life_ends_once_its_deadline_is_behind_it() => ForAnyLife(life =>
    {
        var state = life.Count > 0 ? life[^1].After : Mails.Accepted();
        for (var wakes = 0; !state.Phase.IsTerminal() && wakes < 2; wakes++)
            state = state.With([.. MessageRules.Wake(state, state.Deadline)]);
        return state.Phase.IsTerminal();
    });

    [Fact]
    public void attempts_never_decrease() => ForAnyLife(life =>
        life.All(step => step.After.Attempts >= step.Before.Attempts));

    [Fact]
    public void what_has_ended_and_only_that_has_no_alarm() => ForAnyLife(life =>
        life.All(step => step.After.DueAt is null == step.After.Phase.IsTerminal()));

    [Fact]
    public void no_alarm_lies_behind_the_deadline() => ForAnyLife(life =>
        life.All(step => step.After.DueAt is null || step.After.DueAt <= step.After.Deadline));

    [Fact]
    public void the_same_input_twice_is_no_news() => ForAnyLife(life =>
        life.All(step => step.Again.Length == 0));

    private static bool IsEnd(MessageEvent e) =>
        e is MessageEvent.Delivered or MessageEvent.Bounced or MessageEvent.Expired
            or MessageEvent.Suppressed or MessageEvent.Cancelled;

    private static bool IsHeard(MessageEvent e) =>
        e is MessageEvent.Complained or MessageEvent.LateBounced or MessageEvent.Unsubscribed
            or MessageEvent.DeliveryConfirmed;

    /// <returns>Null where it says nothing of the recipient.</returns>
    private static Verdict? FailureOf(MessageEvent e)
    {
        var verdict = e switch
        {
            MessageEvent.Bounced bounced => bounced.Verdict,
            MessageEvent.LateBounced late => late.Verdict,
            MessageEvent.Expired expired => expired.Verdict,
            _ => null,
        };
        return verdict is not null && ContactRules.Counts(verdict) ? verdict : null;
    }

    private static void ForAnyLife(Func<List<Step>, bool> holds) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3_000),
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), inputs => holds(Live(inputs))));

    private static List<Step> Live(int[] inputs)
    {
        var policy = inputs.Length % 2 == 0 ? OnUncertain.Retry : OnUncertain.Hold;
        var state = Mails.Accepted(policy);
        var now = Mails.Noon;
        var steps = new List<Step>();
        foreach (var input in inputs)
        {
            var chance = new Random(input);
            now += TimeSpan.FromMinutes(chance.Next(0, 600));
            var act = Choose(chance, state);
            var events = act(state, now);
            var after = state.With(events);
            steps.Add(new Step(state, events, after, act(after, now)));
            state = after;
        }

        return steps;
    }

    private static Func<MessageState, DateTimeOffset, MessageEvent[]> Choose(Random chance, MessageState state)
    {
        var outcome = Outcomes[chance.Next(Outcomes.Length)];
        var report = new AttemptReport(
            Math.Max(1, state.Attempts + chance.Next(-1, 3)), Math.Max(1, state.Epoch + chance.Next(-1, 3)),
            outcome, AttemptTrace.None);
        var told = state.Told(outcome);
        var command = (MessageCommand)chance.Next(0, 4);
        var (attempt, epoch) = (state.Attempts + 1, MessageRules.NextEpoch(state));
        var heard = Reports[chance.Next(Reports.Length)];
        return chance.Next(0, 7) switch
        {
            0 => (s, now) => [.. MessageRules.Wake(s, now)],
            1 => (s, now) => s.Report(report, now),
            2 or 3 => (s, now) => s.Report(told, now),
            6 => (s, now) => [.. MessageRules.Hear(s, heard, now)],
            4 => (s, now) => [.. MessageRules.Command(s, command, onTheWire: false, now).Events],
            _ => (s, now) => [.. MessageRules.Start(s, attempt, epoch, now)],
        };
    }

    private sealed record Step(MessageState Before, MessageEvent[] Events, MessageState After, MessageEvent[] Again);
}
