using Actors.Grains.Submissions;

namespace Actors.Grains.Subscriptions;

/// <summary>What becomes of a command: a state, the same instance where nothing changes, or a refusal.</summary>
public sealed record Decided(SubscriptionState? State, Refusal? Refusal)
{
    public static implicit operator Decided(SubscriptionState state) => new(state, null);

    public static implicit operator Decided(Refusal refusal) => new(null, refusal);
}
