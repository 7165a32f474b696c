using Actors.Grains.Ports;

namespace Actors.Grains.Sessions;

[GenerateSerializer, Alias("session-state")]
public sealed record SessionState : IDue
{
    /// <summary>Null when there is no such session.</summary>
    [Id(0)] public SessionDraft? Draft { get; init; }

    [Id(1)] public DateTimeOffset LastUsedAt { get; init; }

    /// <summary>When it ends unless it is used.</summary>
    public DateTimeOffset? DueAt => Draft is { } draft ? ExpiryOf(draft) : null;

    /// <returns>Null when it is over by then.</returns>
    public SessionView? At(DateTimeOffset now) => Draft is { } draft && now < ExpiryOf(draft)
        ? new SessionView(draft.Person, draft.Entry, draft.Browser, draft.Address, LastUsedAt, ExpiryOf(draft))
        : null;

    private DateTimeOffset ExpiryOf(SessionDraft draft)
    {
        var (idle, whole) = (LastUsedAt + SessionLimits.Idle, draft.Entry.CreatedAt + SessionLimits.Whole);
        return idle < whole ? idle : whole;
    }
}
