using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;
using Actors.Grains.Queries;

namespace Actors.Storage.Messages;

/// <summary>A message's row as readers see it.</summary>
internal static class MessageViews
{
    public static MessageView Of(in MessageRow row, ImmutableArray<EventView> events)
    {
        var state = MessageColumns.StateOf(row);
        return new MessageView(
            row.Id, state.Account, state.Recipient, state.Phase, state.HoldReason, state.Attempts, state.AcceptedAt,
            WaitsForAttempt(state.Phase) ? state.DueAt : null, state.Deadline, state.LastReply?.ToString(),
            state.LastVerdict, state.Tags, state.Campaign, events);
    }

    public static HeldMessage Held(MessageKey key, in MessageRow row)
    {
        var state = MessageColumns.StateOf(row);
        return new HeldMessage(key, state.Account, state.Recipient, state.HoldReason, state.Deadline);
    }

    /// <summary>Else what is due is the deadline, or the moment an attempt is presumed dead.</summary>
    private static bool WaitsForAttempt(MessagePhase phase) =>
        phase is MessagePhase.Scheduled or MessagePhase.Accepted or MessagePhase.Deferred;
}
