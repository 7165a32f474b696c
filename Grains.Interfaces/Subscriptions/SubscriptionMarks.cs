namespace Actors.Grains.Subscriptions;

/// <summary>What contracts are listed by, beside the names of their plans.</summary>
public static class SubscriptionMarks
{
    /// <summary>A request waits for the operator.</summary>
    public const string Asking = "asking";
}
