using Actors.Grains.Messages;

namespace Actors.Grains.Tests.Messages;

/// <summary>Lives a whole life by the rules alone: woken whenever it is due, every attempt answered at once.</summary>
internal sealed class Life
{
    private readonly List<MessageEvent> events = [];
    private readonly List<DateTimeOffset> attempts = [];

    private Life(MessageState state) => State = state;

    public MessageState State { get; private set; }

    public IReadOnlyList<MessageEvent> Events => events;

    public DateTimeOffset Ended => events[^1].At;

    /// <summary>Between one attempt and the next.</summary>
    public double[] Minutes => [.. attempts.Zip(attempts.Skip(1), (a, b) => (b - a).TotalMinutes)];

    public int Attempts => attempts.Count;

    /// <param name="answer">The outcome of the attempt of that number, from 1.</param>
    public static Life Of(MessageState state, Func<int, AttemptOutcome> answer, double chance = 0.5)
    {
        var life = new Life(state);
        var now = state.Phase == MessagePhase.Scheduled ? state.DueAt!.Value : state.AcceptedAt;
        while (!life.State.Phase.IsTerminal())
        {
            life.Live(now, answer, chance);
            now = life.State.DueAt ?? now;
        }

        return life;
    }

    private void Live(DateTimeOffset now, Func<int, AttemptOutcome> answer, double chance)
    {
        Happen(MessageRules.Wake(State, now));
        if (!MessageRules.IsDue(State, now))
            return;
        attempts.Add(now);
        Happen(State.Report(answer(attempts.Count), now, chance));
    }

    private void Happen(IEnumerable<MessageEvent> happened)
    {
        var list = happened.ToArray();
        events.AddRange(list);
        State = State.With(list);
    }
}
