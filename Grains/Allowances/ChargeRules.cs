using Actors.Grains.Messages;

namespace Actors.Grains.Allowances;

/// <summary>Which messages count against a tenant's allowance, and when they are given back: pure.</summary>
public static class ChargeRules
{
    /// <summary>Counted is what the platform's own servers carry: not mail that leaves by a server of the tenant's own,
    /// not the platform's own mails, and not what the sandbox receives, which never leaves.</summary>
    public static bool IsCharged(MessageState state, bool byPlatform, string sandboxDomain) =>
        !byPlatform && !state.ByOwnServer && state.Recipient.Domain.Ascii != sandboxDomain;

    /// <returns>By how much the events that are not stored yet change the tenant's count: up with acceptance, down
    /// again where the message is suppressed or cancelled.</returns>
    public static int Change(MessageState state) => state.Charged ? Difference(state) : 0;

    /// <summary>As <see cref="Change"/>, of what leaves by an own server and is not charged.</summary>
    public static int ChangeByOwnServer(MessageState state) => state.ByOwnServer ? Difference(state) : 0;

    private static int Difference(MessageState state)
    {
        if (state.Pending.IsDefault)
            return 0;
        var change = 0;
        foreach (var happened in state.Pending)
            change += happened switch
            {
                MessageEvent.Accepted or MessageEvent.Scheduled => 1,
                MessageEvent.Suppressed or MessageEvent.Cancelled => -1,
                _ => 0,
            };
        return change;
    }
}
