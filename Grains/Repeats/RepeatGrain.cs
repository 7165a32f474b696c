using System.Text.Json;
using Actors.Grains.Ports;

namespace Actors.Grains.Repeats;

/// <summary>Shell of a request with an idempotency key.</summary>
/// <remarks>That it is being carried out is remembered in memory alone: after a crash nobody carries it out.</remarks>
public sealed class RepeatGrain(
    [PersistentState("repeat", StorageNames.Grains)] IPersistentState<RepeatState> stored,
    ISecretBox box,
    TimeProvider time) : BriefGrain, IRepeatGrain
{
    private long turn;

    /// <summary>Null where nobody carries it out.</summary>
    private DateTimeOffset? runsUntil;

    private string Purpose => $"repeat/{this.GetPrimaryKeyString()}";

    protected override bool MayLeave => runsUntil is null;

    public async Task<RepeatTurn> Begin(string fingerprint, string seed)
    {
        LeaveSoon();
        var now = time.GetUtcNow();
        var known = Known(now);
        if (known is not null && known.Fingerprint != fingerprint)
            return new RepeatTurn.Reused();
        if (known?.Answer is { } answer)
            return new RepeatTurn.Answered(answer);
        if (now < runsUntil)
            return new RepeatTurn.InProgress();
        if (known is null)
        {
            known = new RepeatContent(fingerprint, seed, null);
            await stored.Save(new RepeatState { BegunAt = now, Sealed = Seal(known) }, this);
        }

        runsUntil = now + RepeatLimits.RunningMax;
        return new RepeatTurn.Run(++turn, stored.State.BegunAt, known.Seed);
    }

    public async Task End(long number, RepeatedAnswer? answer)
    {
        if (!Ended(number))
            return;
        if (answer is null)
            await stored.ClearStateAsync();
        else if (Opened() is { } known)
            await stored.Save(stored.State with { Sealed = Seal(known with { Answer = answer }) }, this);
    }

    public Task Abandon(long number)
    {
        Ended(number);
        return Task.CompletedTask;
    }

    public async Task Wake()
    {
        LeaveSoon();
        if (stored.State.DueAt <= time.GetUtcNow() && runsUntil is null)
            await stored.ClearStateAsync();
    }

    /// <returns>False where another has followed, or the process has died meanwhile.</returns>
    private bool Ended(long number)
    {
        LeaveSoon();
        if (number != turn || runsUntil is null)
            return false;
        runsUntil = null;
        return true;
    }

    private RepeatContent? Known(DateTimeOffset now) => stored.State.DueAt > now ? Opened() : null;

    private RepeatContent? Opened() => stored.State.Sealed is { } text && box.Open(Purpose, text) is { } bytes
        ? JsonSerializer.Deserialize<RepeatContent>(bytes)
        : null;

    private string Seal(RepeatContent content) => box.Seal(Purpose, JsonSerializer.SerializeToUtf8Bytes(content));
}
