using Actors.Grains.Ports;

namespace Actors.Grains.Sessions;

public sealed class SessionGrain(
    [PersistentState("session", StorageNames.Grains)] IPersistentState<SessionState> stored,
    TimeProvider time) : BriefGrain, ISessionGrain
{
    public Task Open(SessionDraft draft) =>
        stored.Save(new SessionState { Draft = draft, LastUsedAt = draft.Entry.CreatedAt }, this);

    public Task<SessionView?> Find()
    {
        var view = stored.State.At(time.GetUtcNow());
        if (view is null)
            LeaveSoon(); // guesses leave nothing in memory
        return Task.FromResult(view);
    }

    public Task Used()
    {
        var now = time.GetUtcNow();
        return stored.State.At(now) is not null && now - stored.State.LastUsedAt >= SessionLimits.Remembered
            ? stored.Save(stored.State with { LastUsedAt = now }, this)
            : Task.CompletedTask;
    }

    public Task End() => stored.RecordExists ? stored.ClearStateAsync() : Task.CompletedTask;

    /// <summary>Nothing is left of a session that is over.</summary>
    public Task Wake() => stored.State.At(time.GetUtcNow()) is null ? End() : Task.CompletedTask;
}
