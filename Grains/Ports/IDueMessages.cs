using System.Collections.Immutable;
using Actors.Grains.Ids;
using Actors.Grains.Messages;

namespace Actors.Grains.Ports;

/// <summary>Reads the index of what has to be woken when.</summary>
public interface IDueMessages
{
    /// <returns>Messages due until then, earliest first.</returns>
    Task<ImmutableArray<DueMessage>> Read(int partition, DateTimeOffset until, int limit);

    /// <returns>Messages held for a reason, by key.</returns>
    /// <param name="account">Null for every account.</param>
    /// <param name="after">Continue behind this message; null from the first.</param>
    Task<ImmutableArray<MessageKey>> ReadHeld(
        int partition, HoldReason reason, AccountKey? account, MessageKey? after, int limit);

    /// <returns>The accounts that have messages held for a reason; at most 100 at a time.</returns>
    Task<ImmutableArray<AccountKey>> ReadHeldAccounts(int partition, HoldReason reason);
}

public readonly record struct DueMessage(MessageKey Message, DateTimeOffset DueAt);
