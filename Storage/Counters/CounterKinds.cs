namespace Actors.Storage.Counters;

/// <summary>What is counted beside events. Kinds of events are below <see cref="First"/>. Only append: numbers are
/// stored.</summary>
internal static class CounterKinds
{
    public const int First = 100;

    /// <summary>Messages that count against the tenant's allowance, on the day of their acceptance.</summary>
    public const int Charged = 100;

    /// <summary>Messages that leave by an account's own server, on the day of their acceptance: likewise without what
    /// was suppressed or cancelled.</summary>
    public const int ByOwnServer = 101;
}
